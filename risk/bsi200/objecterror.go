package bsi200

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/internal/graph"
)

// ObjectError says what is wrong with one object.
type ObjectError struct {
	Object   string // ID of the object
	Field    string // where in it: "on/2", "overrides/0/need"
	Found    string
	Expected string
	Hint     string // the nearest id where one is near, else ""
}

func (e *ObjectError) Error() string {
	s := fmt.Sprintf("bsi200: object %q: %s: got %q, want %s", clip(e.Object), e.Field, clip(e.Found), e.Expected)
	if e.Hint != "" {
		s += fmt.Sprintf("; did you mean %q?", clip(e.Hint))
	}
	return s
}

// clip keeps a quoted id short enough to read.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// at completes the error of an override.
func (e *ObjectError) at(object string, override int) *ObjectError {
	e.Object, e.Field = object, fmt.Sprintf("overrides/%d/%s", override, e.Field)
	return e
}

// CycleError says that objects depend on each other in a circle, so that none
// of their needs can be determined before the others.
type CycleError struct {
	// Path has the ids of the objects, each depending on the next. The last is
	// the first again.
	Path []string
}

func (e *CycleError) Error() string {
	names := make([]string, len(e.Path))
	for i, id := range e.Path {
		names[i] = clip(id)
	}
	return "bsi200: objects depend on each other: " + graph.Way(names)
}

// named gives the objects of a cycle their ids.
func named(objects []Object, cycle *graph.CycleError) *CycleError {
	e := &CycleError{Path: make([]string, len(cycle.Path))}
	for i, n := range cycle.Path {
		e.Path[i] = objects[n].ID
	}
	return e
}

// dependencies checks the objects and draws the graph of who depends on whom.
func dependencies(objects []Object) (graph.Graph, error) {
	var errs objectErrors
	index, total := make(map[string]int, len(objects)), 0
	for i, o := range objects {
		total += len(o.On)
		errs.own(o)
		if first, twice := index[o.ID]; twice {
			errs.add(o, "id", o.ID, fmt.Sprintf("an id of its own: object %d has it too", first))
			continue
		}
		index[o.ID] = i
	}
	edges := make([]graph.Edge, 0, total)
	for i, o := range objects {
		for k, id := range o.On {
			to, ok := index[id]
			if !ok {
				errs = append(errs, &ObjectError{
					Object: o.ID, Field: fmt.Sprintf("on/%d", k), Found: id, Expected: "the id of an object", Hint: errs.nearest(id, objects),
				})
				continue
			}
			edges = append(edges, graph.Edge{From: i, To: to})
		}
	}
	if len(errs) > 0 {
		return graph.Graph{}, errors.Join(errs...)
	}
	return graph.New(len(objects), edges)
}

// objectErrors collects what is wrong with objects.
type objectErrors []error

func (errs *objectErrors) add(o Object, field, found, expected string) {
	*errs = append(*errs, &ObjectError{Object: o.ID, Field: field, Found: found, Expected: expected})
}

// own checks what an object says of itself.
func (errs *objectErrors) own(o Object) {
	if strings.TrimSpace(o.ID) == "" {
		errs.add(o, "id", o.ID, "an id")
	}
	for i, n := range []Need{o.Own.Confidentiality, o.Own.Integrity, o.Own.Availability} {
		if n > VeryHighNeed {
			field := [...]string{"confidentiality", "integrity", "availability"}[i]
			errs.add(o, "own/"+field, fmt.Sprint(uint8(n)), "normal, hoch or sehr hoch")
		}
	}
}

// nearest looks for a slip of the pen, as long as there are few mistakes: each
// search reads all objects.
func (errs *objectErrors) nearest(id string, objects []Object) string {
	if len(*errs) > 10 || len(objects) > 10_000 {
		return ""
	}
	ids := make([]string, len(objects))
	for i, o := range objects {
		ids[i] = o.ID
	}
	near, _ := enum.Nearest(id, ids)
	return near
}

// Command gen writes the JSON Schema of a loss model.
package main

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"os"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
)

func main() {
	log.SetFlags(0)
	if err := run(); err != nil {
		log.Fatal("gen: ", err)
	}
}

// required lists the members without which a type means nothing; the others are
// left out when they are zero.
var required = map[string][]string{
	"Model": {"id", "scenarios"}, "Scenario": {"id"}, "Stage": {"id", "probability", "severity"},
	"Link": {"on", "scenarios", "correlation"}, "Cause": {"id", "rate", "hits"}, "Hit": {"scenario", "probability"},
	"Layer": {"id"}, "Control": {"id", "effects"}, "Effect": {"scenario", "on", "reduces"},
	"Secondary": {"slef"},
	"Poisson":   {"rate"}, "NegativeBinomial": {"dispersion"}, "Binomial": {"probability"}, "Bernoulli": {"probability"}, "Multiplied": {"rate"},
}

// frequencies are the words of the frequencies, with their types.
var frequencies = []struct {
	word string
	typ  reflect.Type
}{
	{"poisson", reflect.TypeFor[loss.Poisson]()},
	{"negativeBinomial", reflect.TypeFor[loss.NegativeBinomial]()},
	{"binomial", reflect.TypeFor[loss.Binomial]()},
	{"bernoulli", reflect.TypeFor[loss.Bernoulli]()},
	{"exactly", reflect.TypeFor[loss.Exactly]()},
	{"multiplied", reflect.TypeFor[loss.Multiplied]()},
}

func run() error {
	r := &jsonschema.Reflector{Mapper: mapped, ExpandedStruct: true}
	// The comments of the types become the descriptions. The folder is seen from
	// here, and the library joins both parts to the import path.
	for _, folder := range []string{"..", "../../fair"} {
		if err := r.AddGoComments("github.com/ismskit/ismskit/risk/loss/schema", folder, jsonschema.WithFullComment()); err != nil {
			return fmt.Errorf("comments of %s: %w", folder, err)
		}
	}
	r.CommentMap = unwrapped(r.CommentMap)
	s := r.ReflectFromType(reflect.TypeFor[loss.Model]())
	s.ID, s.Title = "urn:ismskit:loss-model:1", "ismskit: a loss model"
	s.Properties.Set("$schema", &jsonschema.Schema{Type: "string"}) // editors find the schema by it
	currency, _ := s.Properties.Get("currency")
	currency.Pattern = "^[A-Z]{3}$"

	// A function is not in a file.
	s.Definitions["Scenario"].Properties.Delete("own")
	delete(s.Definitions, "Own")
	addForms(s, r)
	addTrees(s, r)
	only(s, "Link", loss.OnFrequency, loss.OnAnnualLoss)
	only(s, "Effect", loss.OnFrequency, loss.OnVulnerability, loss.OnSeverity, loss.OnProbability)
	s.Required = required["Model"]
	for name, d := range s.Definitions {
		d.Required = required[name]
	}
	return write("model.schema.json", s)
}

// mapped returns the schema of the types that do not stand as their fields; nil
// for all others.
func mapped(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[dist.Dist]():
		return &jsonschema.Schema{Ref: "#/$defs/Distribution"}
	case reflect.TypeFor[loss.Frequency]():
		return &jsonschema.Schema{Ref: "#/$defs/Frequency"}
	case reflect.TypeFor[loss.Uncertain]():
		return &jsonschema.Schema{Ref: "#/$defs/Uncertain"}
	}
	if t.Kind() == reflect.Uint8 {
		return &jsonschema.Schema{Type: "string", Enum: words(t)}
	}
	return nil
}

// addForms adds what mapped refers to.
func addForms(s *jsonschema.Schema, r *jsonschema.Reflector) {
	plain := &jsonschema.Schema{Type: "number"}
	s.Definitions["Distribution"] = &jsonschema.Schema{
		OneOf: []*jsonschema.Schema{plain, {Type: "string", Pattern: `^\s*[A-Za-z][A-Za-z0-9]*\s*\([\s\S]*\)\s*$`}},
		Description: "A distribution in its text form, as in pert(min=1, mode=2, max=5), or a number that is known. " +
			"The page docs/quant/distributions.md lists them.",
	}
	parameter := struct {
		Name string    `json:"name"`
		Per  loss.Per  `json:"per"`
		Dist dist.Dist `json:"dist"`
	}{}
	object := r.ReflectFromType(reflect.TypeOf(parameter))
	object.Version = ""
	s.Definitions["Uncertain"] = &jsonschema.Schema{
		OneOf:       []*jsonschema.Schema{plain, {Type: "object", Properties: object.Properties, Required: []string{"dist"}, AdditionalProperties: jsonschema.FalseSchema}},
		Description: "A parameter: a number that is known, or a distribution and how often a value is drawn from it. With a name, it has the same value wherever the name stands.",
	}
	one, most := uint64(1), uint64(1)
	kinds := jsonschema.NewProperties()
	for _, f := range frequencies {
		def := r.ReflectFromType(f.typ)
		def.Version, def.ID, def.Definitions = "", "", nil
		s.Definitions[f.typ.Name()] = def
		kinds.Set(f.word, &jsonschema.Schema{Ref: "#/$defs/" + f.typ.Name()})
	}
	s.Definitions["Frequency"] = &jsonschema.Schema{
		Type: "object", Properties: kinds, AdditionalProperties: jsonschema.FalseSchema, MinProperties: &one, MaxProperties: &most,
		Description: "A number of events per period: an object with one member.",
	}
}

// addTrees adds the FAIR trees, one of which a scenario may have in place of
// frequency and severity.
func addTrees(s *jsonschema.Schema, r *jsonschema.Reflector) {
	tree := r.ReflectFromType(reflect.TypeFor[fair.Tree]())
	maps.Copy(s.Definitions, tree.Definitions)
	tree.Version, tree.ID, tree.Definitions = "", "", nil
	s.Definitions["Tree"] = tree
	scenario := s.Definitions["Scenario"]
	scenario.Properties.Set("fair", &jsonschema.Schema{
		Ref: "#/$defs/Tree", Description: "A FAIR tree in place of frequency, severity and what goes with them: event by event.",
	})
	scenario.Properties.Set("fairProduct", &jsonschema.Schema{
		Ref: "#/$defs/Tree", Description: "A FAIR tree as the product of its factors, each drawn once a year: to compare with tools that compute this.",
	})
	scenario.OneOf = []*jsonschema.Schema{{Required: []string{"frequency", "severity"}}, {Required: []string{"fair"}}, {Required: []string{"fairProduct"}}}
}

// only narrows what a type can be on.
func only(s *jsonschema.Schema, name string, on ...loss.Aspect) {
	p, _ := s.Definitions[name].Properties.Get("on")
	p.Enum = nil
	for _, a := range on {
		word, _ := a.MarshalText() // a constant has one
		p.Enum = append(p.Enum, string(word))
	}
}

// words returns the words of an enumeration, found by asking each number.
func words(t reflect.Type) []any {
	var all []any
	v := reflect.New(t).Elem()
	for n := uint64(1); n < 256; n++ {
		v.SetUint(n)
		m, ok := reflect.TypeAssert[encoding.TextMarshaler](v)
		if !ok {
			break
		}
		word, err := m.MarshalText()
		if err != nil {
			break
		}
		all = append(all, string(word))
	}
	return all
}

// unwrapped puts each paragraph of the comments on one line: editors wrap by
// themselves.
func unwrapped(comments map[string]string) map[string]string {
	all := maps.Clone(comments)
	for key, text := range comments {
		paragraphs := strings.Split(text, "\n\n")
		for i, p := range paragraphs {
			paragraphs[i] = strings.Join(strings.Fields(p), " ")
		}
		all[key] = strings.Join(paragraphs, "\n")
	}
	return all
}

func write(name string, s *jsonschema.Schema) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(s); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}

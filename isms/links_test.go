package isms_test

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
)

// slowLinks is what Links should give, by the plainest of means: every value
// whose type is an identifier, a reference or a party, wherever it stands, but
// for the record's own identifiers.
func slowLinks(v reflect.Value, path string) (links []isms.Link) {
	switch r, isRef := reflect.TypeAssert[isms.Ref](v); {
	case v.IsZero():
		return nil
	case isRef:
		return []isms.Link{{Path: path, To: r}}
	case v.Type() == reflect.TypeFor[isms.Party]():
		return []isms.Link{{Path: path, To: v.Convert(reflect.TypeFor[isms.Ref]()).Interface().(isms.Ref)}} //nolint:forcetypeassert // converted to it
	}
	switch v.Kind() { //nolint:exhaustive // the others name nothing
	case reflect.String:
		if word, ok := strings.CutSuffix(v.Type().Name(), "ID"); ok {
			return []isms.Link{{Path: path, To: isms.Ref{Kind: kindNamed(word), ID: v.String()}}}
		}
	case reflect.Slice:
		for i := range v.Len() {
			links = append(links, slowLinks(v.Index(i), path+"/"+strconv.Itoa(i))...)
		}
	case reflect.Struct:
		for f, value := range v.Fields() {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); f.IsExported() && name != "id" && name != "formerly" {
				links = append(links, slowLinks(value, path+"/"+name)...)
			}
		}
	}
	return links
}

// kindNamed returns the kind whose word is that of a type of identifiers.
func kindNamed(word string) isms.Kind {
	for k := range isms.Kinds() {
		if strings.EqualFold(word, strings.ReplaceAll(k.String(), "-", "")) {
			return k
		}
	}
	panic("no kind is called " + word)
}

func TestLinksAreEveryReference(t *testing.T) {
	found := 0
	for seed := range uint64(40) {
		sys := generated(seed)
		for kind := range isms.Kinds() {
			for r, err := range sys.All(kind) {
				require.NoError(t, err)
				value := reflect.ValueOf(r)
				var got []isms.Link
				for l := range isms.Links(r) {
					got = append(got, l)
				}
				require.Equal(t, slowLinks(value, ""), got, "%s", r.Ref())
				found += len(got)
				for l := range isms.Links(r) {
					require.Equal(t, got[0], l)
					break // the loop may be left
				}
			}
		}
	}
	require.Greater(t, found, 1000)
	sys := small(t)
	for l := range isms.Links(sys) {
		t.Fatal("the System itself, without its records, refers to nothing", l)
	}
}

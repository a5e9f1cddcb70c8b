package isms

import "reflect"

// TitleOf returns what people call a record: its title, the name of a person.
// It is "" where none is stated, for a person whose data were erased, and for
// records without a title: acceptances, decisions on applicability.
func TitleOf(r Record) string {
	r = byValue(r)
	if p, ok := r.(Person); ok {
		return p.Name
	}
	v := reflect.ValueOf(r)
	if v.Kind() != reflect.Struct {
		return ""
	}
	if title := v.FieldByName("Title"); title.IsValid() {
		return title.String()
	}
	return ""
}

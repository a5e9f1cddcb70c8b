package dist

// Of holds a distribution as a field of records: in JSON and YAML it is the
// text form, a string. Without a distribution it is the empty string.
//
//	type Scenario struct {
//		Loss dist.Of `json:"loss,omitzero"`
//	}
//
// It is not itself a Dist, so that no one hands over an empty one.
type Of struct{ Dist Dist }

// MarshalText returns the text form.
func (o Of) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads what [Parse] reads, and the empty text.
func (o *Of) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*o = Of{}
		return nil
	}
	d, err := Parse(string(text))
	if err != nil {
		return err
	}
	*o = Of{d}
	return nil
}

// String returns the text form.
func (o Of) String() string {
	if o.Dist == nil {
		return ""
	}
	return o.Dist.String()
}

// OfCount holds a distribution of a number of events, as [Of] does.
type OfCount struct{ Count Count }

// MarshalText returns the text form.
func (o OfCount) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads what [ParseCount] reads, and the empty text.
func (o *OfCount) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*o = OfCount{}
		return nil
	}
	c, err := ParseCount(string(text))
	if err != nil {
		return err
	}
	*o = OfCount{c}
	return nil
}

// String returns the text form.
func (o OfCount) String() string {
	if o.Count == nil {
		return ""
	}
	return o.Count.String()
}

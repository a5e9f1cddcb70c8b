package annexa_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/internal/golden"
)

// TestWords pins every word of every enumeration, in the order of its numbers.
func TestWords(t *testing.T) {
	var b strings.Builder
	all := annexa.AllAttributes()
	list(&b, "control type", all.Types.All())
	list(&b, "property", all.Properties.All())
	list(&b, "cybersecurity concept", all.Concepts.All())
	list(&b, "operational capability", all.Capabilities.All())
	list(&b, "security domain", all.Domains.All())
	list(&b, "role", (annexa.CloudServiceCustomer | annexa.CloudServiceProvider | annexa.PIIController | annexa.PIIProcessor).All())
	list(&b, "theme", slices.Values([]annexa.Theme{annexa.Organizational, annexa.People, annexa.Physical, annexa.Technological}))
	list(&b, "kind of correspondence", slices.Values([]annexa.Kind{annexa.OneToOne, annexa.Merged, annexa.Split}))
	list(&b, "attribute", slices.Values([]annexa.Attribute{annexa.ByControlType, annexa.ByProperty, annexa.ByConcept, annexa.ByCapability, annexa.ByDomain, annexa.ByTheme}))
	golden.Equal(t, "words.txt", b.String())
}

func list[T fmt.Stringer](b *strings.Builder, what string, values func(func(T) bool)) {
	fmt.Fprintf(b, "%s\n", what)
	for v := range values {
		fmt.Fprintf(b, "\t%s\n", v)
	}
}

// text is what each set of attributes can do.
type text[T any] interface {
	*T
	encoding.TextMarshaler
	encoding.TextUnmarshaler
}

// roundTrip reads back what each set of n bits writes, and refuses the rest.
func roundTrip[T ~uint8 | ~uint16, P text[T]](t *testing.T, n int) {
	t.Helper()
	for v := T(0); v < 1<<n; v++ {
		written, err := P(&v).MarshalText()
		require.NoError(t, err)
		back := ^T(0)
		require.NoError(t, P(&back).UnmarshalText(written))
		require.Equal(t, v, back, "%s", written)
	}
	stray := T(1) << n
	_, err := P(&stray).MarshalText()
	require.ErrorContains(t, err, fmt.Sprintf("want none above %#x", 1<<n-1))
}

func TestAttributesRoundTrip(t *testing.T) {
	roundTrip[annexa.ControlType](t, 3)
	roundTrip[annexa.Property](t, 3)
	roundTrip[annexa.Concept](t, 5)
	roundTrip[annexa.Capability](t, 15)
	roundTrip[annexa.Domain](t, 4)
}

func TestAttributesRead(t *testing.T) {
	for _, text := range []string{
		"Preventive;Corrective", "Corrective;Preventive", "#Preventive; #Corrective", "preventive;CORRECTIVE", " Preventive ;Corrective;Preventive",
	} {
		var got annexa.ControlType
		require.NoError(t, got.UnmarshalText([]byte(text)), text)
		require.Equal(t, annexa.Preventive|annexa.Corrective, got, text)
	}
	for _, text := range []string{"Governance_and_Ecosystem", "Governance_and_ecosystem"} {
		var got annexa.Domain
		require.NoError(t, got.UnmarshalText([]byte(text)))
		require.Equal(t, "Governance_and_Ecosystem", got.String())
	}
	var got annexa.Capability
	require.NoError(t, got.UnmarshalText([]byte("Identity_and_Access_Management")))
	require.Equal(t, annexa.IdentityAndAccessManagement, got)
}

func TestAttributesRefused(t *testing.T) {
	var property annexa.Property
	require.EqualError(t, property.UnmarshalText([]byte("Integrity;Availibilty")),
		`annexa: property: got "Availibilty", want one of Confidentiality, Integrity, Availability; did you mean "Availability"?`)
	var domain annexa.Domain
	require.EqualError(t, domain.UnmarshalText([]byte("Defense")),
		`annexa: security domain: got "Defense", want one of Governance_and_Ecosystem, Protection, Defence, Resilience; did you mean "Defence"?`)
	var capability annexa.Capability
	require.ErrorContains(t, capability.UnmarshalText([]byte("Supplier_relationships")), `got "Supplier_relationships", want one of Governance,`)
	for _, bad := range []string{";", "Preventive;", ";Preventive", "#", " ", "Preventive,Corrective", "Preventive Corrective", "##Preventive"} {
		kind := annexa.Detective
		require.Error(t, kind.UnmarshalText([]byte(bad)), bad)
		require.Equal(t, annexa.Detective, kind, "an error leaves the set alone")
	}
	var theme annexa.Theme
	require.EqualError(t, theme.UnmarshalText([]byte("Organizationl")),
		`annexa: theme: got "Organizationl", want one of Organizational, People, Physical, Technological; did you mean "Organizational"?`)
	var kind annexa.Kind
	require.Error(t, kind.UnmarshalText([]byte("equal")))
	require.NoError(t, kind.UnmarshalText([]byte("split")))
	require.Equal(t, annexa.Split, kind)
	require.NoError(t, theme.UnmarshalText([]byte("People")))
	require.Equal(t, annexa.People, theme)
}

func TestAttributesHas(t *testing.T) {
	require.True(t, (annexa.Preventive | annexa.Corrective).Has(annexa.Corrective))
	require.False(t, annexa.Preventive.Has(annexa.Preventive|annexa.Corrective))
	require.True(t, annexa.Integrity.Has(0))
	require.False(t, annexa.Property(0).Has(annexa.Integrity))
	require.True(t, annexa.Protect.Has(annexa.Protect))
	require.True(t, annexa.Continuity.Has(annexa.Continuity))
	require.True(t, annexa.Defence.Has(annexa.Defence))
	require.Equal(t, "Preventive", (annexa.Preventive | 1<<7).String(), "bits without a word have none")
}

func TestControlJSON(t *testing.T) {
	c := annexa.Control{
		Ref: a("5.7"), ShortName: "Threat knowledge", Theme: annexa.Organizational, New: true,
		Attributes: annexa.Attributes{Types: annexa.Preventive | annexa.Detective, Domains: annexa.Defence},
	}
	text, err := json.Marshal(c)
	require.NoError(t, err)
	require.JSONEq(t, `{"ref":"A.5.7","shortName":"Threat knowledge","theme":"Organizational","newIn2022":true,
		"attributes":{"controlTypes":"Preventive;Detective","domains":"Defence"}}`, string(text))
	var back annexa.Control
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, c, back)
}

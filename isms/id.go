package isms

import (
	"fmt"
	"io"
	"time"

	"github.com/google/uuid"
)

// The identifiers of records are opaque text, typed by kind so that one cannot
// stand where another is meant. A person writes R-001, a vendor keeps the key
// of its database. An identifier is at most 128 bytes of UTF-8 without control
// characters, compared byte by byte, unique within its kind and System.
type (
	SystemID               string
	OrganizationID         string
	UnitID                 string
	SiteID                 string
	BodyID                 string
	PersonID               string
	RoleID                 string
	IssueID                string
	DeterminationID        string
	InterestedPartyID      string
	RequirementID          string
	ScopeID                string
	ProcessID              string
	DocumentID             string
	MethodID               string
	ClassificationSchemeID string
	AssetID                string
	ThreatID               string
	WeaknessID             string
	RiskID                 string
	RoundID                string
	TreatmentID            string
	ActionID               string
	PlanID                 string
	AcceptanceID           string
	ControlID              string
	EvidenceID             string
	ObjectiveID            string
	SupplierID             string
)

// maxID is the length of the longest identifier, in bytes.
const maxID = 128

// NewID returns a fresh identifier: a UUID of version 7 (RFC 9562), which
// sorts by the instant at, from ten bytes of random (crypto/rand.Reader in a
// program, anything in a test). It fails where random does, and for instants
// before 1970 or after the year 10889, which the format cannot hold.
func NewID(at time.Time, random io.Reader) (string, error) {
	const most = 1<<48 - 1
	ms := at.UnixMilli() // wraps where the seconds do not
	if at.Unix() < 0 || at.Unix() > most/1000 || ms > most {
		return "", fmt.Errorf("isms: new id: got the instant %s, want one from 1970 to 10889", at.Format(time.RFC3339))
	}
	var id uuid.UUID
	for i := range 6 {
		id[i] = byte(ms >> (40 - 8*i)) //nolint:gosec // the low byte is meant
	}
	if _, err := io.ReadFull(random, id[6:]); err != nil {
		return "", fmt.Errorf("isms: new id: %w", err)
	}
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id.String(), nil
}

// UUID derives the UUID under which a record of the System system appears in
// formats that ask for one: version 5 (RFC 9562) of the record's reference in
// the name space of the System. The name space is the System's own identifier
// where that is a UUID, else derived from it; it is why a System's identifier
// never changes.
func UUID(system SystemID, ref Ref) string {
	space, err := uuid.Parse(string(system))
	if err != nil {
		space = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://github.com/ismskit/ismskit#system/"+string(system)))
	}
	return uuid.NewSHA1(space, []byte(ref.String())).String()
}

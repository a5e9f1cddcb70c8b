package isms

// Organization is the organization whose management system this is, a group
// company above or beside it, or another one that plays a part.
type Organization struct {
	ID       OrganizationID   `json:"id" doc:"required"`
	Title    string           `json:"title,omitzero"`
	Formerly []OrganizationID `json:"formerly,omitzero"`
	// LegalName is the name as registered, where it differs from the title.
	LegalName string `json:"legalName,omitzero"`
	// Parent is the organization this one belongs to in a group.
	Parent     OrganizationID `json:"parent,omitzero"`
	Activities []string       `json:"activities,omitzero"`
	X          Extensions     `json:"x,omitzero"`
}

// Unit is a part of an organization: a department, a team, a branch.
type Unit struct {
	ID           UnitID         `json:"id" doc:"required"`
	Title        string         `json:"title,omitzero"`
	Formerly     []UnitID       `json:"formerly,omitzero"`
	Organization OrganizationID `json:"organization,omitzero"`
	Parent       UnitID         `json:"parent,omitzero"`
	Activities   []string       `json:"activities,omitzero"`
	X            Extensions     `json:"x,omitzero"`
}

// Site is a place where persons work under the organization's control, or
// where its assets stand.
type Site struct {
	ID       SiteID   `json:"id" doc:"required"`
	Title    string   `json:"title,omitzero"`
	Formerly []SiteID `json:"formerly,omitzero"`
	Address  string   `json:"address,omitzero"`
	// Organization is the organization whose site it is.
	Organization OrganizationID `json:"organization,omitzero"`
	// Persons counts those who do work under the organization's control here;
	// audit time and sampling are computed from it.
	Persons int        `json:"persons,omitzero" doc:"min=0"`
	Units   []UnitID   `json:"units,omitzero"`
	X       Extensions `json:"x,omitzero"`
}

// Body is a committee or board that decides as a whole.
type Body struct {
	ID       BodyID     `json:"id" doc:"required"`
	Title    string     `json:"title,omitzero"`
	Formerly []BodyID   `json:"formerly,omitzero"`
	Members  []Tenure   `json:"members,omitzero"`
	X        Extensions `json:"x,omitzero"`
}

// Person is a natural person. All that is personal stands here and nowhere
// else, so that it can be erased while every record that names the person by
// its identifier keeps holding.
type Person struct {
	ID       PersonID   `json:"id" doc:"required"`
	Formerly []PersonID `json:"formerly,omitzero"`
	Name     string     `json:"name,omitzero"`
	Contact  string     `json:"contact,omitzero"`
	// ErasedOn is the day on which name and contact were erased.
	ErasedOn Date       `json:"erasedOn,omitzero"`
	X        Extensions `json:"x,omitzero"`
}

// Erased returns the person without name, contact and extensions, as of a day.
func (p Person) Erased(on Date) Person {
	return Person{ID: p.ID, Formerly: p.Formerly, ErasedOn: on}
}

// Role carries responsibilities and authorities (clause 5.3); who holds it is
// dated.
type Role struct {
	ID               RoleID   `json:"id" doc:"required"`
	Title            string   `json:"title,omitzero"`
	Formerly         []RoleID `json:"formerly,omitzero"`
	Responsibilities []string `json:"responsibilities,omitzero"`
	Authorities      []string `json:"authorities,omitzero"`
	// Holders are the persons, units or bodies that hold the role over time.
	Holders []Tenure   `json:"holders,omitzero"`
	X       Extensions `json:"x,omitzero"`
}

// HolderAt returns who holds the role at a day, deputies left out; it is zero
// when the role is vacant.
func (r Role) HolderAt(at Date) Party { return holder(r.Holders, at) }

package model

// Project is the one row that describes a project file.
type Project struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Codebook string `json:"codebook"` // version new work is made under, "id@version"
	Extra    Extra  `json:"extra"`
}

// Role is what a person may do in a project.
type Role string

// The roles of DESIGN section 5.
const (
	RoleAnnotator  Role = "annotator"
	RoleSupervisor Role = "supervisor"
)

// Annotator is a named or code-named person who works in a project.
type Annotator struct {
	ID      string `json:"id"`
	Name    string `json:"name"` // unique in the project
	Role    Role   `json:"role"`
	Deleted bool   `json:"deleted"`
	Extra   Extra  `json:"extra"`
}

// Extra is a JSON object, as text, with the fields of an imported line that
// this version does not know; empty when there were none. They are written
// back on export, so that no other program's data is lost on the way.
type Extra string

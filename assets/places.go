package assets

import _ "embed"

//go:embed places/samples.json
var places []byte

// Places returns the built-in list of places as JSON: those that the sample
// articles speak of, with "source" saying where the facts are from and on what
// terms. Package gazetteer reads it.
func Places() []byte { return append([]byte(nil), places...) }

// Package annotate decides: it turns what a person does into edits, checks
// them against the codebook, has the store keep them, and tells listeners what
// changed. It also brings articles in and datasets out. It knows neither the
// window nor SQL.
package annotate

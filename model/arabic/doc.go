// Package arabic reads Arabic news text: it folds spelling variants for
// matching and search, trims attached particles from names, and reads counts
// and dates out of the words an annotator selected.
//
// The package changes no text. All offsets, in and out, are Unicode code
// points, half-open; an invalid UTF-8 byte counts as one code point. Every
// result carries offsets into the text that was given.
package arabic

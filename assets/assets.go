// Package assets holds the files that are built into the program: the default
// codebook, the JSON Schema of the native format, the fonts, the translations
// and the program's icon. It only hands out bytes; who reads them checks them.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed codebook/default.json schema/jsonl.schema.json fonts/*.ttf translations/*.json icons/hashiya.png
var files embed.FS

// Codebook returns the default codebook as JSON in UTF-8: {"id", "version",
// "names", "families", "kinds", "lists"}, lists being an object of arrays of
// codes by list name, in the order in which forms show them. Every code has
// "key", "names" and "definition", both with "ar" and "en", and may have a
// "rule" of the same form, "examples" and "counter_examples" (the Arabic words
// and what they say in English) and "mappings" to ACLED ("event type: sub-event
// type", or a field or value), GTD ("attack type; variable=value"), PLOVER
// ("event: mode", or a field or sector) and UCDP GED: " | " separates
// alternatives, null says that no sound mapping exists. Tactics also have
// "family" and "cues" (Arabic words without vowel marks). kinds says of the
// fields of each kind of item whether they are required, and what they are for.
// The keys of location_precision are the values of where_prec in the UCDP GED
// codebook.
func Codebook() []byte { return read("codebook/default.json") }

// Schema returns the JSON Schema (draft 2020-12) of one line of the native
// JSONL format, a project line or an article line.
func Schema() []byte { return read("schema/jsonl.schema.json") }

// Font returns the TrueType file of the bundled font, which covers Arabic and
// Latin, in the weight "Regular", "Medium" or "Bold"; nil for any other name.
func Font(name string) []byte {
	switch name {
	case "Regular", "Medium", "Bold":
		return read("fonts/Vazirmatn-" + name + ".ttf")
	}
	return nil
}

// Naskh returns the TrueType file of the second reading face, in the weight
// "Regular" or "Bold"; nil for any other name. It covers Arabic and the digits
// of three scripts, and neither Latin letters nor brackets.
func Naskh(name string) []byte {
	switch name {
	case "Regular", "Bold":
		return read("fonts/NotoNaskhArabic-" + name + ".ttf")
	}
	return nil
}

// Translations returns the translation files at its root, one a language:
// "en.json" and so on, each a JSON object of message ids and texts.
func Translations() fs.FS {
	sub, err := fs.Sub(files, "translations")
	if err != nil {
		panic(err) // the path is a constant and valid
	}
	return sub
}

// Icon returns the program's icon, a PNG of 512 by 512 pixels.
func Icon() []byte { return read("icons/hashiya.png") }

// read returns a copy of an embedded file, so that no caller can change what
// the next one gets. The names are constants: a missing file is a mistake in
// this package and not an error to handle.
func read(name string) []byte {
	body, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return body
}

// Package samples holds Arabic news articles that were written for this
// project, each with its complete answers: for learning the program, for
// demonstrations and for tests. The figures in them are not news. It only hands
// out bytes in the native JSONL format; an import reads and checks them.
package samples

import (
	"embed"
	"io/fs"
)

//go:embed *.jsonl
var files embed.FS

// JSONL returns the samples as one file in the native format, UTF-8 with a
// newline after every line: the project line, which brings the entities that
// the articles refer to and no codebook, then one line an article in the order
// of their numbers. The answers use the codes of the default codebook.
func JSONL() []byte {
	articles, err := fs.Glob(files, "[0-9]*.jsonl")
	if err != nil {
		panic(err) // the pattern is a constant and valid
	}
	body := read("project.jsonl")
	for _, name := range articles {
		body = append(body, read(name)...)
	}
	return body
}

// read returns a copy of an embedded file. The names come from the embedded
// folder itself: a missing file is a mistake in this package.
func read(name string) []byte {
	body, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return body
}

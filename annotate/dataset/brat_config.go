package dataset

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"hashiya/model"
)

// visual tells brat to lay text out from the right.
func (w *bratWriter) visual() error {
	file, err := w.Create("visual.conf")
	if err != nil {
		return err
	}
	_, err = file.Write([]byte("[options]\nText\tdirection:rtl\n\n[labels]\n\n[drawing]\n"))
	return err
}

// Close writes annotation.conf.
func (w *bratWriter) Close() error {
	var b bytes.Buffer
	b.WriteString("[entities]\n\n")
	for _, label := range w.labels {
		b.WriteString(bratName(label) + "\n")
	}
	b.WriteString("\n[events]\n\n[relations]\n\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n")
	for _, name := range slices.Concat([]string{tieEvidence, tieMember}, w.codes["link_type"]) {
		fmt.Fprintf(&b, "%s\tArg1:<ENTITY>, Arg2:<ENTITY>\n", bratName(name))
	}
	b.WriteString("\n[attributes]\n\n")
	for _, kind := range model.Kinds {
		for _, f := range slices.Concat(model.Fields(kind), model.HeadFields) {
			w.attribute(&b, kind, f)
		}
	}
	_, err := w.conf.Write(b.Bytes())
	return err
}

func (w *bratWriter) attribute(b *bytes.Buffer, kind model.Kind, f model.Field) {
	name := bratName(spanLabel(kind, f.Name))
	var values []string
	switch f.Type {
	case model.BoolValue:
		fmt.Fprintf(b, "%s\tArg:%s\n", name, kind)
		return
	case model.TriValue:
		values = []string{"true", "false"}
	case model.CodeValue:
		values = slices.DeleteFunc(slices.Clone(w.codes[f.List]), func(key string) bool { return !bratValue(key) })
	}
	if len(values) > 0 {
		fmt.Fprintf(b, "%s\tArg:%s, Value:%s\n", name, kind, strings.Join(values, "|"))
	}
}

// bratName makes a label fit for brat's configuration.
func bratName(label string) string { return strings.ReplaceAll(plainLabel(label), ".", "_") }

// plainLabel keeps what brat's and other tools' labels may consist of.
func plainLabel(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '.' || r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return '_'
	}, s)
}

// bratValue reports whether a code can be the value of an attribute; others go
// into the note.
func bratValue(key string) bool { return key != "" && bratName(key) == key }

package dataset

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"hashiya/model"
)

// bratFormat writes a collection for brat: a folder for each annotator with a
// .txt and a .ann file for each record, annotation.conf and visual.conf above
// them, and documents.jsonl, which says what each file is. Articles without a
// record lie in the folder "to_do".
//
// Offsets are code points of the .txt file, as brat's server counts since it
// runs on Python 3. Line ends are those of the text; a reader that turns CRLF
// into LF counts wrongly. Words over a line break become several fragments,
// because brat has one line for each annotation.
//
//	T  the words of an item (type: its kind) or of a field (type: kind_field)
//	A  a code, as kind_field
//	N  the entity, as hashiya:KEY
//	R  evidence, member (of an event), and the links between counts
//	#  AnnotatorNotes: what else is known, as a JSON object; that of an event
//	   without words stands with the first of its members
func bratFormat() Format {
	return Format{
		Name: "brat", Title: "brat standoff (a folder: .txt, .ann and annotation.conf)", Folder: true, Extension: ".ann", NeedsText: true,
		New: func(s *Sink) (Writer, error) {
			index, err := s.Create(bratIndex)
			if err != nil {
				return nil, err
			}
			w := &bratWriter{Sink: s, encoder: newEncoder(), index: index, folders: newFolderNames("to_do"), names: map[string]string{}, labels: spanLabels()}
			w.conf, err = s.Create("annotation.conf")
			if err == nil {
				err = w.visual()
			}
			return w, err
		},
		Read: readBrat,
	}
}

const bratIndex = "documents.jsonl"

type bratWriter struct {
	*Sink
	*encoder
	index, conf io.Writer
	folders     *folderNames
	names       map[string]string   // of entities, by key
	codes       map[string][]string // by list
	labels      []string
}

func (w *bratWriter) Header(h *Header) error {
	for _, n := range h.Entities {
		w.names[n.Key] = model.Names{Ar: n.NameAr, En: n.NameEn}.In("ar")
	}
	w.codes = codeKeys(h)
	return nil
}

func (w *bratWriter) Document(d *Document) error {
	text := []rune(d.Text)
	if len(d.Records) == 0 {
		return w.files("to_do/"+fileName(&d.Article), d, nil, nil)
	}
	taken := map[string]bool{}
	for i := range d.Records {
		r := &d.Records[i]
		w.Losses.Record(r.ID)
		ann, err := w.record(newView(r), text)
		name := w.folders.of(r) + "/" + fileName(&d.Article)
		if taken[name] { // imported records may be several of one person
			name += "-" + plainName(r.ID)
		}
		taken[name] = true
		if err == nil {
			err = w.files(name, d, r, ann)
		}
		if err != nil {
			return fmt.Errorf("article %s: record %s: %w", d.Article.ID, r.ID, err)
		}
	}
	return nil
}

// files writes the two files of a record and their line in the index.
func (w *bratWriter) files(name string, d *Document, r *Record, ann []byte) error {
	w.reset()
	w.object(func() {
		w.key("path")
		w.text(name)
		w.articleFacts(&d.Article)
		if r != nil {
			w.recordFacts(r)
		}
	})
	if w.err != nil {
		return w.err
	}
	if _, err := w.index.Write(append(w.buf.Bytes(), '\n')); err != nil {
		return err
	}
	if err := w.WriteFile(name+".txt", []byte(d.Text)); err != nil {
		return err
	}
	return w.WriteFile(name+".ann", ann)
}

// bratRecord is the .ann file of a record on the way.
type bratRecord struct {
	*view
	b    bytes.Buffer
	last map[byte]int      // number of the last line of each type
	of   map[string]string // T by span
}

func (r *bratRecord) id(kind byte) string {
	r.last[kind]++
	return string(kind) + strconv.Itoa(r.last[kind])
}

func (w *bratWriter) record(v *view, text []rune) ([]byte, error) {
	v.lostExtras(w.Losses)
	r := &bratRecord{view: v, last: map[byte]int{}, of: map[string]string{}}
	for _, item := range v.Items {
		id := item.Meta().ID
		for _, group := range apart(v.own[id]) {
			w.words(r, group, text)
		}
		for _, s := range v.evidence[id] {
			w.words(r, []model.Span{s}, text)
		}
	}
	for _, item := range v.Items {
		if err := w.item(r, item); err != nil {
			return nil, err
		}
	}
	for _, t := range v.ties() {
		from, to, _ := v.ends(t)
		a, b := r.of[from], r.of[to]
		if a == "" && t.Type == tieMember {
			continue // the note of the event lists them
		}
		if a == "" || b == "" || a == b {
			w.Losses.Note(t.From, LossRelation, t.Type, t.To)
			continue
		}
		id := r.id('R')
		fmt.Fprintf(&r.b, "%s\t%s Arg1:%s Arg2:%s\t\n", id, bratName(t.Type), a, b)
		if t.Role != "" {
			fmt.Fprintf(&r.b, "%s\tAnnotatorNotes %s\trole=%s\n", r.id('#'), id, oneLine(t.Role))
		}
	}
	return r.b.Bytes(), nil
}

// apart divides the words of an item into groups whose ranges do not touch:
// brat refuses a discontinuous annotation whose fragments do.
func apart(spans []model.Span) [][]model.Span {
	var groups [][]model.Span
next:
	for _, s := range spans {
		for i, group := range groups {
			if group[len(group)-1].End < s.Start {
				groups[i] = append(group, s)
				continue next
			}
		}
		groups = append(groups, []model.Span{s})
	}
	return groups
}

// words writes one annotation of a group of spans that lie apart.
func (w *bratWriter) words(r *bratRecord, group []model.Span, text []rune) {
	var fragments [][2]int
	var kept []model.Span
	for _, s := range group {
		cut := cutAtBreaks(text, s.Start, s.End)
		switch {
		case len(cut) == 0:
			w.Losses.Span(s.Item, s.ID, LossLineBreak, "")
			continue
		case len(cut) > 1 || cut[0] != [2]int{s.Start, s.End}:
			w.Losses.Moved(s.Item, s.ID, LossLineBreak, cut...)
		}
		fragments, kept = append(fragments, cut...), append(kept, s)
	}
	if len(kept) == 0 {
		return
	}
	id := r.id('T')
	var offsets, quotes []string
	for _, f := range fragments {
		offsets = append(offsets, fmt.Sprintf("%d %d", f[0], f[1]))
		quotes = append(quotes, string(text[f[0]:f[1]]))
	}
	for _, s := range kept {
		r.of[s.ID] = id
	}
	label := r.label(group[0])
	w.labels = adding(w.labels, label)
	fmt.Fprintf(&r.b, "%s\t%s %s\t%s\n", id, bratName(label), strings.Join(offsets, ";"), strings.Join(quotes, " "))
	if entity := r.entityOf(group[0]); entity != "" && !strings.ContainsAny(entity, " \t\n") {
		name := cmp.Or(oneLine(w.names[entity]), entity) // some readers refuse a line without a name
		fmt.Fprintf(&r.b, "%s\tReference %s hashiya:%s\t%s\n", r.id('N'), id, entity, name)
	}
}

// cutAtBreaks cuts a range at the characters that Python's str.splitlines, with
// which .ann files are read, takes for the end of a line. Pieces of white space
// alone are left out.
func cutAtBreaks(text []rune, start, end int) [][2]int {
	var pieces [][2]int
	from := start
	for at := start; at <= end; at++ {
		if at < end && !strings.ContainsRune("\n\r\v\f\x1c\x1d\x1e\u0085\u2028\u2029", text[at]) {
			continue
		}
		if strings.TrimSpace(string(text[from:at])) != "" {
			pieces = append(pieces, [2]int{from, at})
		}
		from = at + 1
	}
	return pieces
}

// host returns the T that carries what is known of an item: its words, or for
// an event without words those of its first member that has some.
func (r *bratRecord) host(item model.Item) string {
	ids := []string{item.Meta().ID}
	if event, is := item.(*model.Event); is {
		for _, m := range event.Members {
			ids = append(ids, m.ID)
		}
	}
	for _, id := range ids {
		for _, s := range slices.Concat(r.own[id], r.evidence[id]) {
			if at := r.of[s.ID]; at != "" {
				return at
			}
		}
	}
	return ""
}

// item writes the attributes and the note of an item.
func (w *bratWriter) item(r *bratRecord, item model.Item) error {
	id := item.Meta().ID
	at := r.host(item)
	if at == "" {
		reason := LossNoWords
		if len(r.own[id]) > 0 {
			reason = LossLineBreak
		}
		w.Losses.Item(id, reason, strings.Join(namesOf(itemFields(item)), " "))
		return nil
	}
	if _, placed := r.anchor(id); !placed {
		w.Losses.Note(id, LossNoWords, "in the note of a member")
	}
	var rest []model.Field
	for _, f := range itemFields(item) {
		name := bratName(spanLabel(item.Kind(), f.Name))
		switch value := f.Get(item)[0]; {
		case f.Type == model.BoolValue:
			fmt.Fprintf(&r.b, "%s\t%s %s\n", r.id('A'), name, at)
		case (f.Type == model.CodeValue || f.Type == model.TriValue) && bratValue(value):
			fmt.Fprintf(&r.b, "%s\t%s %s %s\n", r.id('A'), name, at, value)
		default:
			rest = append(rest, f)
		}
	}
	w.reset()
	w.object(func() {
		w.key("item")
		w.text(id)
		w.values(item, rest)
	})
	note := strings.ReplaceAll(w.buf.String(), "\u0085", `\u0085`)
	fmt.Fprintf(&r.b, "%s\tAnnotatorNotes %s\t%s\n", r.id('#'), at, note)
	return w.err
}

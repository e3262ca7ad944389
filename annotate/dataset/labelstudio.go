package dataset

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"hashiya/model"
)

// labelStudioFormat writes a folder for Label Studio: config.xml, the labelling
// interface that the results belong to, and tasks-001.json and on, each a list
// of tasks to import. Each record is an annotation of its task; Label Studio
// knows its users by its own numbers, so who made it stands in the result
// "record", together with the rest of what is known of it.
//
// Offsets are code points: Label Studio's editor turns its own UTF-16 offsets
// into them when it stores, and back when it shows.
//
// A region is a span, labelled with the kind of its item or, as evidence, with
// kind and field ("count.who"). Fields of an item are results of the first of
// its regions, by "kind.field". Its id stands in the region's meta.text. Items
// without words are JSON texts of the result "unplaced".
func labelStudioFormat() Format {
	return Format{
		Name: "labelstudio", Title: "Label Studio (a folder: config.xml and tasks)", Folder: true, Extension: ".json", NeedsText: true,
		New: func(s *Sink) (Writer, error) {
			config, err := s.Create("config.xml")
			if err != nil {
				return nil, err
			}
			w := &labelStudioWriter{Sink: s, encoder: newEncoder(), config: config, codes: map[string][]string{}, labels: spanLabels()}
			w.startFile()
			return w, nil
		},
		Read: readLabelStudio,
	}
}

// labelStudioFile is the size in bytes at which the next file of tasks begins:
// Label Studio refuses files of more than 50 MB unless its settings say so.
const labelStudioFile = 32 << 20

type labelStudioWriter struct {
	*Sink
	*encoder // holds the file of tasks on the way
	config   io.Writer
	codes    map[string][]string // by list, with those that were met
	files    int
	task     int
	labels   []string
}

func (w *labelStudioWriter) Header(h *Header) error {
	w.codes = codeKeys(h)
	return nil
}

func (w *labelStudioWriter) startFile() {
	w.reset()
	w.buf.WriteString("[")
}

func (w *labelStudioWriter) endFile() error {
	w.buf.WriteString("\n]\n")
	w.files++
	return w.WriteFile(fmt.Sprintf("tasks-%03d.json", w.files), w.buf.Bytes())
}

func (w *labelStudioWriter) Close() error {
	if err := w.endFile(); err != nil {
		return err
	}
	return w.writeConfig()
}

func (w *labelStudioWriter) Document(d *Document) error {
	if w.buf.Len() > labelStudioFile {
		if err := w.endFile(); err != nil {
			return err
		}
		w.startFile()
	}
	w.task++
	w.object(func() {
		w.key("id")
		w.literal(strconv.Itoa(w.task))
		w.key("data")
		w.object(func() {
			w.key("text")
			w.text(d.Text)
			w.articleFacts(&d.Article)
		})
		w.key("annotations")
		w.array(func() {
			for i := range d.Records {
				w.Losses.Record(d.Records[i].ID)
				w.annotation(newView(&d.Records[i]))
			}
		})
		w.key("predictions")
		w.array(func() {})
	})
	if w.err != nil {
		return fmt.Errorf("article %s: %w", d.Article.ID, w.err)
	}
	return nil
}

func (w *labelStudioWriter) annotation(v *view) {
	v.lostExtras(w.Losses)
	w.object(func() {
		w.key("was_cancelled")
		w.literal("false")
		w.key("ground_truth")
		w.literal(strconv.FormatBool(v.Kind == model.RecordAdjudication))
		if active := v.Active(); active > 0 {
			w.key("lead_time")
			w.literal(strconv.Itoa(int(active.Seconds())))
		}
		w.key("result")
		w.array(func() {
			for _, item := range v.Items {
				w.regions(v, item)
			}
			for _, t := range v.ties() {
				w.relation(v, t)
			}
			w.whole("record", []string{objectText(func(e *encoder) { e.recordFacts(v.Record) })})
			w.unplaced(v)
		})
	})
}

// regions writes the spans of an item, and its fields at the first of them.
func (w *labelStudioWriter) regions(v *view, item model.Item) {
	id := item.Meta().ID
	for i, s := range slices.Concat(v.own[id], v.evidence[id]) {
		label := v.label(s)
		w.labels = adding(w.labels, label)
		w.result(s, "label", "labels", func() {
			w.key("labels")
			w.texts([]string{label})
		}, id)
		if s.Field == "" && i == 1 {
			w.Losses.Note(id, LossDiscontinuous, "several regions of one item")
		}
		if s.Entity != "" {
			w.field(s, "evidence.entity", model.Field{Type: model.EntityValue}, []string{s.Entity})
		}
		if i > 0 {
			continue
		}
		for _, f := range itemFields(item) {
			w.field(s, spanLabel(item.Kind(), f.Name), f, f.Get(item))
		}
	}
}

// result writes one result that belongs to a region.
func (w *labelStudioWriter) result(s model.Span, from, kind string, value func(), item string) {
	w.object(func() {
		w.key("id")
		w.text(s.ID)
		w.key("from_name")
		w.text(from)
		w.key("to_name")
		w.text("text")
		w.key("type")
		w.text(kind)
		w.key("origin")
		w.text("manual")
		w.key("value")
		w.object(func() {
			w.key("start")
			w.literal(strconv.Itoa(s.Start))
			w.key("end")
			w.literal(strconv.Itoa(s.End))
			if kind != "textarea" { // of which the text is its own
				w.key("text")
				w.text(s.Text)
			}
			value()
		})
		if item != "" {
			w.key("meta")
			w.object(func() {
				w.key("text")
				w.texts([]string{item})
			})
		}
	})
}

// field writes a field of an item at one of its regions.
func (w *labelStudioWriter) field(s model.Span, name string, f model.Field, values []string) {
	control := labelStudioControl(f)
	if f.Type == model.CodeValue && !slices.Contains(w.codes[f.List], values[0]) {
		w.codes[f.List] = append(w.codes[f.List], values[0])
	}
	w.result(s, name, control, func() {
		switch control {
		case "number":
			w.decimal("number", model.Decimal(values[0]))
		case "choices":
			w.key("choices")
			w.texts(values)
		default:
			w.key("text")
			w.texts(values)
		}
	}, "")
}

// labelStudioControl is the type of result of a field.
func labelStudioControl(f model.Field) string {
	switch f.Type {
	case model.DecimalValue:
		return "number"
	case model.CodeValue, model.BoolValue, model.TriValue:
		return "choices"
	}
	return "textarea"
}

func (w *labelStudioWriter) relation(v *view, t tie) {
	from, to, ok := v.ends(t)
	if !ok {
		if t.Type != tieMember || len(v.own[t.From])+len(v.evidence[t.From]) > 0 {
			w.Losses.Note(t.From, LossRelation, t.Type, t.To)
		}
		return
	}
	w.object(func() {
		w.key("type")
		w.text("relation")
		w.key("from_id")
		w.text(from)
		w.key("to_id")
		w.text(to)
		w.key("direction")
		w.text("right")
		w.key("labels")
		labels := []string{t.Type}
		if t.Role != "" {
			labels = append(labels, tieMember+"."+t.Role)
		}
		w.texts(labels)
	})
}

// whole writes texts that belong to the whole article.
func (w *labelStudioWriter) whole(name string, texts []string) {
	w.object(func() {
		w.key("id")
		w.text(name)
		w.key("from_name")
		w.text(name)
		w.key("to_name")
		w.text("text")
		w.key("type")
		w.text("textarea")
		w.key("value")
		w.object(func() {
			w.key("text")
			w.texts(texts)
		})
	})
}

// unplaced writes the items without any words.
func (w *labelStudioWriter) unplaced(v *view) {
	var texts []string
	for _, item := range v.Items {
		if _, placed := v.anchor(item.Meta().ID); placed {
			continue
		}
		w.Losses.Note(item.Meta().ID, LossNoWords, "under \"unplaced\"")
		texts = append(texts, itemText(item))
	}
	if len(texts) > 0 {
		w.whole("unplaced", texts)
	}
}

package dataset

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"

	"hashiya/model"
)

// geojsonFormat writes a FeatureCollection (RFC 7946) for maps: a feature for
// each location mention and one for each event. The geometry is the point of
// the entity; that of an event is the points of the locations in it, those
// where it happened first; null where no point is known. Coordinates keep their
// decimal text, longitude first.
//
// An event lists its members with all their fields, rival claims side by side:
// none of them is chosen. Items that are neither locations nor in an event are
// not in the file. Offsets are code points of the article's text, which is not
// in it either.
func geojsonFormat() Format {
	return Format{
		Name: "geojson", Title: "GeoJSON (places and events, for maps)", Extension: ".geojson", Partial: true,
		New: func(s *Sink) (Writer, error) {
			file, err := s.Create("")
			return &geojsonWriter{Sink: s, encoder: newEncoder(), file: file, entities: map[string]model.Entity{}}, err
		},
		Read: readGeoJSON,
	}
}

type geojsonWriter struct {
	*Sink
	*encoder
	file     io.Writer
	entities map[string]model.Entity // by key
	features int
}

func (w *geojsonWriter) Header(h *Header) error {
	for _, e := range h.Entities {
		w.entities[e.Key] = e
	}
	return nil
}

func (w *geojsonWriter) Close() error {
	end := "\n]}\n"
	if w.features == 0 {
		end = geojsonStart + end
	}
	_, err := io.WriteString(w.file, end)
	return err
}

const geojsonStart = `{"type":"FeatureCollection","features":[`

func (w *geojsonWriter) Document(d *Document) error {
	for i := range d.Records {
		v := newView(&d.Records[i])
		w.Losses.Record(v.ID)
		v.lostExtras(w.Losses)
		if err := w.record(d, v); err != nil {
			return fmt.Errorf("article %s: record %s: %w", d.Article.ID, v.ID, err)
		}
	}
	return nil
}

func (w *geojsonWriter) record(d *Document, v *view) error {
	held := map[string]bool{}
	for _, item := range v.Items {
		var err error
		switch item := item.(type) {
		case *model.Location:
			held[item.ID] = true
			err = w.feature(d, v, item, "place", []string{item.Entity}, nil)
		case *model.Event:
			held[item.ID] = true
			for _, m := range item.Members {
				held[m.ID] = true
			}
			err = w.feature(d, v, item, "event", eventPlaces(v, item), item.Members)
		}
		if err != nil {
			return err
		}
	}
	for _, item := range v.Items {
		if !held[item.Meta().ID] {
			w.Losses.Item(item.Meta().ID, LossItem, string(item.Kind()))
		}
	}
	return nil
}

// eventPlaces returns the entities of the locations of an event, those where it
// happened first.
func eventPlaces(v *view, event *model.Event) []string {
	var sites, others []string
	for _, m := range event.Members {
		location, is := v.items[m.ID].(*model.Location)
		switch {
		case !is || location.Entity == "":
		case m.Role == "event_site" || m.Role == "" && location.Role == "event_site":
			sites = append(sites, location.Entity)
		default:
			others = append(others, location.Entity)
		}
	}
	var all []string
	for _, key := range append(sites, others...) {
		if !slices.Contains(all, key) {
			all = append(all, key)
		}
	}
	return all
}

func (w *geojsonWriter) feature(d *Document, v *view, item model.Item, kind string, places []string, members []model.Member) error {
	w.reset()
	w.object(func() {
		w.key("type")
		w.text("Feature")
		w.key("id")
		w.text(item.Meta().ID)
		w.key("geometry")
		w.geometry(places)
		w.key("properties")
		w.object(func() {
			w.key("feature")
			w.text(kind)
			w.itemWords(v, item)
			w.key("places")
			w.array(func() {
				for _, key := range places {
					w.place(key)
				}
			})
			if members != nil {
				w.key("parts")
				w.array(func() {
					for _, m := range members {
						if part := v.items[m.ID]; part != nil {
							w.object(func() { w.itemWords(v, part) })
						}
					}
				})
			}
			w.key("source")
			w.object(func() { w.articleFacts(&d.Article) })
			w.key("coding")
			w.object(func() { w.recordFacts(v.Record) })
		})
	})
	if w.err != nil {
		return w.err
	}
	before := ",\n"
	if w.features == 0 {
		before = geojsonStart + "\n"
	}
	w.features++
	_, err := io.WriteString(w.file, before+w.buf.String())
	return err
}

// itemWords writes the fields of an item and its spans.
func (w *geojsonWriter) itemWords(v *view, item model.Item) {
	w.item(item)
	w.key("words")
	w.array(func() {
		for _, s := range slices.Concat(v.own[item.Meta().ID], v.evidence[item.Meta().ID]) {
			w.object(func() {
				w.key("id")
				w.text(s.ID)
				w.optional("field", s.Field)
				w.optional("entity", s.Entity)
				w.key("start")
				w.literal(strconv.Itoa(s.Start))
				w.key("end")
				w.literal(strconv.Itoa(s.End))
				w.optional("text", s.Text)
			})
		}
	})
}

func (w *geojsonWriter) place(key string) {
	e := w.entities[key]
	w.object(func() {
		w.key("entity")
		w.text(key)
		w.optional("name_ar", e.NameAr)
		w.optional("name_en", e.NameEn)
		w.optional("type", e.Type)
		w.optional("pcode", e.PCode)
	})
}

// geometry writes the points of entities, null when there are none.
func (w *geojsonWriter) geometry(keys []string) {
	var points []model.Entity
	for _, key := range keys {
		if e := w.entities[key]; e.Lat != "" && e.Lon != "" {
			points = append(points, e)
		}
	}
	if len(points) == 0 {
		w.literal("null")
		return
	}
	w.object(func() {
		w.key("type")
		if len(points) == 1 {
			w.text("Point")
			w.key("coordinates")
			w.position(points[0])
			return
		}
		w.text("MultiPoint")
		w.key("coordinates")
		w.array(func() {
			for _, e := range points {
				w.position(e)
			}
		})
	})
}

func (w *geojsonWriter) position(e model.Entity) {
	for _, number := range []model.Decimal{e.Lon, e.Lat} {
		if !number.Valid() {
			w.fail(fmt.Errorf("entity %q: %q is no coordinate", e.Key, number))
		}
	}
	w.array(func() {
		w.literal(string(e.Lon))
		w.literal(string(e.Lat))
	})
}

type geojsonItem struct {
	Item  string
	Words []struct {
		ID, Text   string
		Start, End int
	}
}

// readGeoJSON is the format's Read. An item that several events have counts
// once.
func readGeoJSON(path string, each func(*Found)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	record, seen := "", map[string]bool{}
	return eachMember(json.NewDecoder(f), "features", func(d *json.Decoder) error {
		var feature struct {
			Properties struct {
				geojsonItem
				Parts  []geojsonItem
				Source struct{ Article string }
				Coding struct{ Record string }
			}
		}
		if err := d.Decode(&feature); err != nil {
			return err
		}
		p := &feature.Properties
		if of := p.Source.Article + " " + p.Coding.Record; of != record {
			record, seen = of, map[string]bool{}
		}
		found := &Found{Article: p.Source.Article, Records: -1}
		for _, item := range append(p.Parts, p.geojsonItem) {
			if seen[item.Item] {
				continue
			}
			seen[item.Item] = true
			found.Items++
			for _, s := range item.Words {
				found.Spans = append(found.Spans, Range{s.Start, s.End, s.Text})
			}
		}
		each(found)
		return nil
	})
}

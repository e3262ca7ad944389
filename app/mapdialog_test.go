package app

import (
	"os"
	"path/filepath"
	"testing"

	"hashiya/app/mapview"
	"hashiya/app/settings"
	"hashiya/app/ui"
	"hashiya/model"
)

// mapOf opens the map of the article and returns it.
func (d *desk) mapOf() *mapview.Map {
	d.t.Helper()
	d.press("Ctrl+Shift+G")
	m, is := d.focused().(*mapview.Map)
	if !is {
		d.t.Fatalf("Ctrl+Shift+G leads to a %T", d.focused())
	}
	return m
}

func (d *desk) placed(id string) model.Entity {
	d.t.Helper()
	e, _ := d.project.Entities().ByID(d.work().session.Item(id).(*model.Location).Entity)
	return e
}

// A place is put on the map by hand, after a question; one undo of the
// entities takes it back.
func TestPlaceByHand(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("2", "الجسر", 1)
	d.mapOf().OnPlaced(35.5, 40.25)
	d.press("Esc")
	if e := d.placed(id); e.Lat != "" {
		t.Fatalf("without an answer the place is at %s", e.Lat)
	}
	d.press("Esc")
	d.mapOf().OnPlaced(35.5, 40.25)
	d.dialog().Press(d.words.T("map.put"))
	if e := d.placed(id); e.Lat != "35.5" || e.Lon != "40.25" {
		t.Errorf("the place is at %s, %s", e.Lat, e.Lon)
	}
}

// A place of the built-in list is found under the entity's own name.
func TestPlaceFromTheLists(t *testing.T) {
	d := newTestProgram(t, "خبر\n\nوصل الوفد إلى هجين.")
	d.selectWords("هجين")
	d.press("Ctrl+2")
	id := d.work().active
	m := &mapDialog{screen: d.work(), view: mapview.New(mapview.Options{}), rows: ui.NewColumn(0), hint: small("")}
	m.lookUp(d.placed(id))
	if len(d.finder().Found()) == 0 {
		t.Fatal("the lists have no Hajin")
	}
	d.press("Enter")
	if e := d.placed(id); e.Lat == "" || e.Lon == "" {
		t.Errorf("the place is %+v", e)
	}
}

func TestBordersFromAFile(t *testing.T) {
	d := newTestProgram(t)
	good := filepath.Join(t.TempDir(), "a.geojson")
	body := `{"type": "LineString", "coordinates": [[40, 34], [41, 35]]}`
	if err := os.WriteFile(good, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	d.remember(func(s *settings.Settings) { s.Outlines = good })
	d.mapOf()
	d.press("Esc")
	if d.kept.Outlines != good || len(d.notices.Texts()) > 0 {
		t.Errorf("a good file: kept %q, told %q", d.kept.Outlines, d.notices.Texts())
	}
	if err := os.WriteFile(good, []byte("no borders"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.mapOf()
	d.wantNotice(d.words.T("map.outlines.failed"))
	if d.kept.Outlines != "" {
		t.Error("a bad file is asked for again")
	}
}

package app

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hashiya/annotate/gazetteer"
	"hashiya/app/filepicker"
	"hashiya/app/mapview"
	"hashiya/app/settings"
	"hashiya/app/ui"
	"hashiya/assets"
	"hashiya/model"
)

// Size of the map in its dialog, in device-independent pixels; the window may
// leave less.
const (
	mapWidth  = 620
	mapHeight = 440
)

// mapDialog shows the places of an article on a map, and gives a place its
// coordinates: from the lists of places, or by hand.
type mapDialog struct {
	screen *annotateScreen
	dialog *ui.Dialog
	view   *mapview.Map
	rows   *fyne.Container // the places, each with what it has
	chosen string          // entity id that is placed by hand
	hint   *ui.Paragraph
}

// showMap opens the map, at the place of the open card if there is one.
func (s *annotateScreen) showMap() {
	s.form.commit()
	t := s.program.words.T
	m := &mapDialog{screen: s}
	m.view = mapview.New(mapview.Options{
		Words: mapview.Words{
			North: t("map.north"), South: t("map.south"), East: t("map.east"), West: t("map.west"),
			Kilometre: t("map.kilometre"), Metre: t("map.metre"), Separator: t("list.comma"),
		},
		Kinds: []mapview.Kind{{Tone: ui.ToneLocation}}, ArabicDigits: s.program.words.ArabicDigits(), Label: t("command.map"),
	})
	m.view.OnPicked = m.choose
	m.view.OnPlaced = m.askPlace
	m.view.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyEscape {
			m.dialog.Hide()
			s.program.window.Canvas().Focus(s.reader)
		}
		return true // nothing under the map may act
	}
	m.rows = ui.NewColumn(ui.Step)
	m.hint = small("")
	side := ui.NewColumn(2*ui.Step, ui.Expand(ui.NewScroll(m.rows)), m.hint)
	if l, is := s.session.Item(s.active).(*model.Location); is {
		m.chosen = l.Entity
	}
	m.refresh()
	size := s.program.window.Canvas().Size()
	height := min(mapHeight, size.Height-200)
	body := ui.NewRow(4*ui.Step, ui.Expand(m.view), ui.NewFixed(250, height, side))
	m.dialog = ui.ShowDialog(s.program.window, ui.DialogOptions{
		Title: t("map.title"), Content: ui.NewFixed(0, height, body), Width: mapWidth + 330,
		Buttons: []ui.DialogButton{
			{Label: t("map.outlines"), OnTapped: m.askOutlines},
			{Label: t("close"), Kind: ui.Primary, Cancel: true},
		},
	})
	m.view.Fit()
	m.loadOutlines(s.program.kept.Outlines)
	s.program.window.Canvas().Focus(m.view)
}

// askOutlines asks for a file of borders, which is then drawn whenever the map
// is opened.
func (m *mapDialog) askOutlines() {
	p := m.screen.program
	p.askPath(filepicker.Options{
		Mode: filepicker.Open, Title: p.words.T("map.outlines"),
		Extensions: []filepicker.Filter{{Label: "GeoJSON", Exts: []string{".geojson", ".json"}}, {Label: p.words.T("file.kind.all")}},
	}, func(paths []string) {
		p.remember(func(kept *settings.Settings) { kept.Outlines = paths[0] })
		m.screen.showMap()
	})
}

// loadOutlines draws the borders of a file; one that is gone or cannot be read
// is told and not asked for again.
func (m *mapDialog) loadOutlines(path string) {
	if path == "" {
		return
	}
	p := m.screen.program
	ui.BackgroundWith(p.runner, p.window, p.words.T("map.outlines"), p.words.T("cancel"),
		func(context.Context, func(done, total int)) (*mapview.Layer, error) {
			file, err := os.Open(path)
			if err != nil {
				return nil, err
			}
			defer file.Close()
			outlines, _, err := mapview.ReadOutlines(file)
			if err != nil {
				return nil, err
			}
			return mapview.Prepare(outlines), nil
		},
		func(layer *mapview.Layer, err error) {
			if err != nil {
				p.remember(func(kept *settings.Settings) { kept.Outlines = "" })
				p.hint("map.outlines.failed")
				return
			}
			m.view.SetLayer(layer)
		})
}

// places are the entities of the record's locations, each once, in the order of
// the text.
func (m *mapDialog) places() []model.Entity {
	s := m.screen
	var all []model.Entity
	w := s.session.Work()
	if w == nil {
		return nil
	}
	for _, item := range w.Order(model.KindLocation) {
		e, found := s.program.project.Entities().ByID(item.(*model.Location).Entity)
		known := slices.ContainsFunc(all, func(other model.Entity) bool { return other.ID == e.ID })
		if found && !known {
			all = append(all, e)
		}
	}
	return all
}

// refresh shows the places as they are now.
func (m *mapDialog) refresh() {
	s, t := m.screen, m.screen.program.words.T
	var shown []mapview.Place
	m.rows.Objects = nil
	for _, e := range m.places() {
		lat, latErr := strconv.ParseFloat(string(e.Lat), 64)
		lon, lonErr := strconv.ParseFloat(string(e.Lon), 64)
		placed := latErr == nil && lonErr == nil
		if placed {
			shown = append(shown, mapview.Place{ID: e.ID, Label: s.entity(e.ID), Lat: lat, Lon: lon, Tone: ui.ToneLocation, Selected: e.ID == m.chosen})
		}
		name := ui.NewButton(shorten(s.entity(e.ID), longestClaimant), ui.Plain, func() { m.choose(e.ID) })
		name.SetActive(e.ID == m.chosen)
		if !placed {
			name.SetIcon(theme.QuestionIcon())
		}
		find := iconButton(theme.SearchIcon(), func() { m.lookUp(e) })
		find.SetTooltip(t("map.lookUp"), "")
		setEnabled(find, !s.program.project.ReadOnly())
		m.rows.Add(ui.NewRow(ui.Step, ui.Expand(name), find))
	}
	m.view.SetPlaces(shown)
	switch {
	case len(m.rows.Objects) == 0:
		m.hint.SetText(t("map.none"))
	case m.chosen == "":
		m.hint.SetText(t("map.choose"))
	default:
		m.hint.SetText(t("map.place", s.entity(m.chosen)))
	}
	m.rows.Refresh()
}

// choose takes a place to be put on the map, and shows it.
func (m *mapDialog) choose(id string) {
	m.chosen = id
	m.refresh()
	if e, _ := m.screen.program.project.Entities().ByID(id); e.Lat != "" {
		lat, _ := strconv.ParseFloat(string(e.Lat), 64)
		lon, _ := strconv.ParseFloat(string(e.Lon), 64)
		m.view.Center(lat, lon)
	}
	m.screen.program.window.Canvas().Focus(m.view)
}

// askPlace asks before a place moves: a double click is quickly made.
func (m *mapDialog) askPlace(lat, lon float64) {
	s, t := m.screen, m.screen.program.words.T
	e, found := s.program.project.Entities().ByID(m.chosen)
	if !found || s.program.project.ReadOnly() {
		return
	}
	ui.ShowDialog(s.program.window, ui.DialogOptions{
		Title: t("map.ask", s.entity(e.ID)), Text: fmt.Sprintf("%.5f, %.5f", lat, lon),
		Buttons: []ui.DialogButton{
			{Label: t("cancel"), Cancel: true},
			{Label: t("map.put"), Kind: ui.Primary, Default: true, OnTapped: func() {
				e.Lat, e.Lon, e.PCode = asDecimal(lat), asDecimal(lon), ""
				m.keep(e)
			}},
		},
	})
}

func asDecimal(d float64) model.Decimal {
	return model.Decimal(strconv.FormatFloat(d, 'f', -1, 64))
}

// lookUp offers what the lists of places have under an entity's names.
func (m *mapDialog) lookUp(e model.Entity) {
	s, t := m.screen, m.screen.program.words.T
	matches, err := m.find(e)
	if err != nil {
		s.program.fail(err)
		return
	}
	choices := make([]ui.Choice, len(matches))
	for i, found := range matches {
		choices[i] = ui.Choice{
			Key: strconv.Itoa(i), Label: found.Hierarchy(s.program.words.Language()),
			Detail: s.code("entity_type_location", found.Kind), Aliases: []string{found.NameAr, found.NameEn, found.PCode},
		}
	}
	ui.ShowFinder(s.program.window, ui.FinderOptions{
		Placeholder: t("map.lookUp.placeholder", s.entity(e.ID)), EmptyLabel: t("map.noMatch"), Choices: choices,
		OnPicked: func(key string) {
			i, err := strconv.Atoi(key)
			if err != nil {
				return
			}
			e.Lat, e.Lon, e.PCode = matches[i].Lat, matches[i].Lon, matches[i].PCode
			if e.Type == "" {
				e.Type = matches[i].Kind
			}
			m.chosen = e.ID
			m.keep(e)
		},
	})
}

// find looks an entity's names up, those near the article's other places first.
func (m *mapDialog) find(e model.Entity) ([]gazetteer.Match, error) {
	builtIn, err := gazetteer.ParseList(assets.Places())
	if err != nil {
		return nil, err
	}
	finder := gazetteer.NewFinder(m.screen.program.store, builtIn)
	hint := gazetteer.Hint{Kind: e.Type}
	for _, other := range m.places() {
		if at, placed := gazetteer.PointOf(model.Place{Lat: other.Lat, Lon: other.Lon}); placed && other.ID != e.ID {
			hint.Near = append(hint.Near, at)
		}
	}
	var all []gazetteer.Match
	for _, name := range append([]string{e.NameAr, e.NameEn}, e.Aliases...) {
		if name == "" {
			continue
		}
		found, err := finder.Find(name, hint)
		if err != nil {
			return nil, err
		}
		for _, match := range found {
			if !slices.ContainsFunc(all, func(other gazetteer.Match) bool { return other.PlaceRef == match.PlaceRef }) {
				all = append(all, match)
			}
		}
	}
	return all, nil
}

func (m *mapDialog) keep(e model.Entity) {
	m.screen.program.keep(m.screen.program.project.ChangeEntity(e))
	m.choose(e.ID)
}

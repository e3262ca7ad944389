package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hashiya/annotate"
	"hashiya/app/ui"
)

// Widths of the columns of the list of articles; the title takes the rest.
const (
	columnOutlet   = 180
	columnDate     = 132
	columnState    = 116
	columnProgress = 110
	columnItems    = 60
)

// articleRow is one line of the list of articles. The list makes a screenful
// of them and shows other articles in them while it scrolls.
type articleRow struct {
	widget.BaseWidget
	program  *program
	title    *ui.Text
	outlet   *ui.Text
	date     *ui.Text
	state    *ui.Chip
	progress *ui.ProgressBar
	items    *ui.Text
	row      *fyne.Container
}

func newArticleRow(p *program) *articleRow {
	faint := ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Direction: ui.FirstStrong, Truncate: true}
	r := &articleRow{
		program:  p,
		title:    ui.NewText("", ui.TextStyle{Weight: ui.Medium, Direction: ui.FirstStrong, Truncate: true}),
		outlet:   ui.NewText("", faint),
		date:     ui.NewText("", faint),
		state:    ui.NewChip("", ui.ToneDate),
		progress: ui.NewProgressBar(),
		items:    ui.NewText("", faint),
	}
	r.row = columns(r.title, r.outlet, r.date, ui.NewRow(0, r.state), r.progress, r.items)
	r.ExtendBaseWidget(r)
	return r
}

// columns lays the parts of a line out under the heads.
func columns(title, outlet, date, state, progress, items fyne.CanvasObject) *fyne.Container {
	return ui.NewPad(2*ui.Step, ui.Step, ui.NewRow(3*ui.Step,
		ui.Expand(title),
		ui.NewFixed(columnOutlet, ui.ControlHeight, outlet),
		ui.NewFixed(columnDate, ui.ControlHeight, date),
		ui.NewFixed(columnState, ui.ControlHeight, state),
		ui.NewFixed(columnProgress, 0, progress),
		ui.NewFixed(columnItems, ui.ControlHeight, items)))
}

func newArticleHead(p *program) fyne.CanvasObject {
	head := func(key string) fyne.CanvasObject {
		return ui.NewText(p.words.T("column."+key), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorFaint})
	}
	return columns(head("title"), head("outlet"), head("date"), head("state"), head("progress"), head("items"))
}

// show shows an article; with a query its title gives way to the words found.
func (r *articleRow) show(a annotate.ArticleRow, query string) {
	title := a.Article.Title
	if query != "" {
		if snippet, err := annotate.Snippet(r.program.store, a.Article.ID, query); err == nil && snippet != "" {
			title = snippet
		}
	}
	r.title.SetText(title)
	r.outlet.SetText(outlet(a.Article))
	r.date.SetText(r.program.words.Date(a.Article.Published))
	r.state.SetText(r.program.words.T("state." + string(a.State) + ".name"))
	r.state.SetTone(stateTone(a.State))
	r.progress.SetValue(a.Progress)
	r.items.SetText("")
	if a.Items > 0 {
		r.items.SetText(r.program.words.T("number", a.Items))
	}
}

// CreateRenderer implements fyne.Widget.
func (r *articleRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.row) }

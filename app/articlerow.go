package app

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hashiya/annotate"
	"hashiya/app/ui"
	"hashiya/model/arabic"
)

// Widths of the columns of the list of articles; the title takes the rest.
const (
	columnOutlet   = 150
	columnDate     = 124
	columnState    = 96
	columnProgress = 90
	columnItems    = 44
)

// articleRow is one line of the list of articles. The list makes a screenful
// of them and shows other articles in them while it scrolls.
type articleRow struct {
	widget.BaseWidget
	program  *program
	back     *canvas.Rectangle // behind the row that the keyboard is on
	bar      *canvas.Rectangle // at its leading edge
	title    *ui.Text
	found    *ui.Paragraph // the words that a search found, under the title
	outlet   *ui.Text
	date     *ui.Text
	state    *ui.Chip
	progress *ui.ProgressBar
	items    *ui.Text
	row      *fyne.Container
}

// newArticleRow makes a line; one that shows what a search found is taller.
func newArticleRow(p *program, searched bool) *articleRow {
	faint := ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorSecondary, Direction: ui.FirstStrong, Truncate: true}
	r := &articleRow{
		program: p,
		back:    canvas.NewRectangle(color.Transparent),
		bar:     canvas.NewRectangle(color.Transparent),
		title:   ui.NewText("", ui.TextStyle{Weight: ui.Medium, Direction: ui.FirstStrong, Truncate: true}),
		found: ui.NewParagraph("", ui.ParagraphStyle{
			Size: ui.SizeSmall, Color: ui.ColorSecondary, Direction: ui.FirstStrong, MaxLines: 1, Aligned: true,
		}),
		outlet:   ui.NewText("", faint),
		date:     ui.NewText("", faint),
		state:    ui.NewChip("", ui.ToneDate),
		progress: ui.NewProgressBar(),
		items:    ui.NewText("", faint),
	}
	r.back.CornerRadius = ui.RadiusControl
	var title fyne.CanvasObject = r.title
	if searched {
		title = ui.NewColumn(0, r.title, r.found)
	}
	r.row = columns(title, r.outlet, r.date, ui.NewRow(0, r.state), r.progress, r.items)
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

func newArticleHead(p *program) *fyne.Container {
	head := func(key string) fyne.CanvasObject {
		return ui.NewText(p.words.T("column."+key), ui.TextStyle{Size: ui.SizeSmall, Color: ui.ColorFaint})
	}
	return columns(head("title"), head("outlet"), head("date"), head("state"), head("progress"), head("items"))
}

// show shows an article, with a query the words found too. current is the row
// that the keyboard is on.
func (r *articleRow) show(a annotate.ArticleRow, query string, current bool) {
	r.back.FillColor, r.bar.FillColor = color.Transparent, color.Transparent
	if current {
		r.back.FillColor, r.bar.FillColor = theme.Color(ui.ColorAccentFill), theme.Color(ui.ColorAccent)
	}
	r.back.Refresh()
	r.bar.Refresh()
	r.title.SetText(a.Article.Title)
	if query != "" {
		// An article whose words cannot be read is still listed by its title.
		snippet, _ := annotate.Snippet(r.program.store, a.Article.ID, query)
		r.found.SetText(snippet)
		r.found.SetEmphasis(foundIn(snippet, query)...)
	}
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

// foundIn returns where the words of a query stand in a text, in code points and
// half-open. Both are folded, as in the search itself.
func foundIn(text, query string) [][2]int {
	folded := arabic.FoldSearch(text)
	var found [][2]int
	for _, word := range strings.Fields(arabic.FoldSearch(query).String()) {
		for start, end := range folded.Hits(word) {
			found = append(found, [2]int{start, end})
		}
	}
	return found
}

// CreateRenderer implements fyne.Widget.
func (r *articleRow) CreateRenderer() fyne.WidgetRenderer {
	edge := ui.NewRow(0, ui.NewFixed(3, ui.ControlHeight, r.bar), ui.Spring())
	return widget.NewSimpleRenderer(container.NewStack(r.back, edge, r.row))
}

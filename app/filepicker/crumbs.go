package filepicker

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"hashiya/app/ui"
)

// crumbs shows the path of a folder, one button for each folder on the way.
// They stand in path order from the leading side. Where there is no room the
// first ones go, and a button "…" leads to the last of those.
type crumbs struct {
	widget.BaseWidget
	keys  keyTaker
	root  string            // words for the topmost folder
	onTap func(path string) // a crumb was taken
	steps []step
}

// step is one crumb.
type step struct {
	path   string
	button *button
	mark   *ui.Text // between it and the next
}

func newCrumbs(root string, keys keyTaker, onTap func(path string)) *crumbs {
	c := &crumbs{keys: keys, root: root, onTap: onTap}
	c.ExtendBaseWidget(c)
	return c
}

// show shows the way to a folder.
func (c *crumbs) show(folder string) {
	c.steps = nil
	for _, path := range way(folder) {
		c.steps = append(c.steps, c.step(c.label(path), path))
	}
	c.Refresh()
}

// way lists the folders from the topmost one down to folder.
func way(folder string) []string {
	const deepest = 256
	paths := []string{folder}
	for range deepest {
		above := filepath.Dir(paths[0])
		if above == paths[0] {
			break
		}
		paths = append([]string{above}, paths...)
	}
	return paths
}

func (c *crumbs) label(path string) string {
	if filepath.Dir(path) != path {
		return visible(filepath.Base(path))
	}
	if volume := filepath.VolumeName(path); volume != "" {
		return volume
	}
	return c.root
}

func (c *crumbs) step(label, path string) step {
	b := newButton(label, nil, lookQuiet, c.keys, func() { c.onTap(path) })
	mark := "›"
	if ui.InterfaceRTL() {
		mark = "‹"
	}
	return step{path, b, ui.NewText(mark, ui.TextStyle{Color: ui.ColorFaint, Align: ui.Center})}
}

// CreateRenderer implements fyne.Widget.
func (c *crumbs) CreateRenderer() fyne.WidgetRenderer {
	r := &crumbsRenderer{crumbs: c}
	r.Layout(c.Size())
	return r
}

type crumbsRenderer struct {
	crumbs  *crumbs
	objects []fyne.CanvasObject
}

const (
	widestCrumb = 168
	markWidth   = 3 * ui.Step
)

func (r *crumbsRenderer) Destroy()                     {}
func (r *crumbsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *crumbsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(widestCrumb/2, ui.ControlHeight)
}

func (r *crumbsRenderer) Refresh() {
	r.Layout(r.crumbs.Size())
	canvas.Refresh(r.crumbs)
}

func (r *crumbsRenderer) Layout(size fyne.Size) {
	shown := r.fitting(size.Width)
	r.objects = r.objects[:0]
	x := float32(0)
	place := func(o fyne.CanvasObject, width float32) {
		at := x
		if ui.InterfaceRTL() {
			at = size.Width - x - width
		}
		o.Move(fyne.NewPos(at, 0))
		o.Resize(fyne.NewSize(width, ui.ControlHeight))
		r.objects = append(r.objects, o)
		x += width
	}
	for i, s := range shown {
		place(s.button, min(crumbWidth(s), max(size.Width-x, ui.ControlHeight)))
		if i < len(shown)-1 {
			place(s.mark, markWidth)
		}
	}
}

// fitting are the last steps that have room, led by "…" where others had not.
func (r *crumbsRenderer) fitting(width float32) []step {
	steps := r.crumbs.steps
	all := float32(0)
	for i := len(steps) - 1; i >= 0; i-- {
		need := crumbWidth(steps[i])
		room := width - all
		if i > 0 {
			room -= ui.ControlHeight + markWidth // of the "…" that may stand before it
		}
		if need > room && i < len(steps)-1 {
			more := r.crumbs.step(ellipsis, steps[i].path)
			return append([]step{more}, steps[i+1:]...)
		}
		all += need + markWidth
	}
	return steps
}

func crumbWidth(s step) float32 { return min(s.button.MinSize().Width, widestCrumb) }

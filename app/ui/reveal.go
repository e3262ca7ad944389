package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Parent is a widget that shows other objects. Widgets of other packages
// implement it where a Scroll inside them, or around what is inside them,
// should show what gets the focus.
type Parent interface {
	Children() []fyne.CanvasObject
}

// Children implements Parent.
func (c *Card) Children() []fyne.CanvasObject { return []fyne.CanvasObject{c.content} }

// Children implements Parent.
func (s *Scroll) Children() []fyne.CanvasObject { return []fyne.CanvasObject{s.fit.content} }

// Children implements Parent.
func (s *Split) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.leading, s.trailing, s.bar}
}

// Children implements Parent.
func (d *Dialog) Children() []fyne.CanvasObject { return []fyne.CanvasObject{d.title, d.middle, d.row} }

// Children implements Parent.
func (p *Popover) Children() []fyne.CanvasObject {
	if p.head == nil {
		return []fyne.CanvasObject{p.content}
	}
	return []fyne.CanvasObject{p.content, p.head}
}

func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case Parent:
		return o.Children()
	}
	return nil
}

// pathTo returns the objects from root down to the first one that is wanted;
// nil when there is none.
func pathTo(root fyne.CanvasObject, wanted func(fyne.CanvasObject) bool) []fyne.CanvasObject {
	if root == nil || wanted(root) {
		return []fyne.CanvasObject{root}
	}
	for _, child := range childrenOf(root) {
		if child == nil {
			continue
		}
		if path := pathTo(child, wanted); path != nil {
			return append([]fyne.CanvasObject{root}, path...)
		}
	}
	return nil
}

// revealFocused has the scrolls around an object show it: Tab must not lead to
// where nobody sees it.
func revealFocused(o fyne.CanvasObject) {
	c := canvasOf(o)
	if c == nil {
		return
	}
	for _, root := range append(slices.Clone(c.Overlays().List()), c.Content()) {
		path := pathTo(root, func(at fyne.CanvasObject) bool { return at == o })
		for i := len(path) - 1; i >= 0; i-- {
			if s, ok := path[i].(*Scroll); ok {
				s.RevealObject(o)
			}
		}
	}
}

package ui

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"

	"fyne.io/fyne/v2"
)

// mirroredIcon is an icon that points: it is flipped in a right-to-left
// interface.
type mirroredIcon struct{ fyne.Resource }

// Mirrored returns an SVG icon that is flipped from side to side while the
// interface reads right to left, for icons that point: undo, back, forward. An
// icon that is no SVG with a view box stays as it is.
func Mirrored(icon fyne.Resource) fyne.Resource { return mirroredIcon{icon} }

// Name implements fyne.Resource. The two directions have different names,
// because Fyne keeps drawn icons by name.
func (m mirroredIcon) Name() string {
	if InterfaceRTL() {
		return "mirrored-" + m.Resource.Name()
	}
	return m.Resource.Name()
}

// Content implements fyne.Resource.
func (m mirroredIcon) Content() []byte {
	if InterfaceRTL() {
		return flipped(m.Resource.Content())
	}
	return m.Resource.Content()
}

var (
	svgHead    = regexp.MustCompile(`<svg[^>]*>`)
	svgViewBox = regexp.MustCompile(`viewBox="\s*([-\d.]+)[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]`)
)

// flipped turns an SVG round the vertical middle of its view box.
func flipped(svg []byte) []byte {
	head := svgHead.FindIndex(svg)
	tail := bytes.LastIndex(svg, []byte("</svg>"))
	if head == nil || tail < head[1] {
		return svg
	}
	box := svgViewBox.FindSubmatch(svg[head[0]:head[1]])
	if box == nil {
		return svg
	}
	left, leftErr := strconv.ParseFloat(string(box[1]), 64)
	width, widthErr := strconv.ParseFloat(string(box[2]), 64)
	if leftErr != nil || widthErr != nil {
		return svg
	}
	group := fmt.Sprintf(`<g transform="translate(%g 0) scale(-1 1)">`, 2*left+width)
	return bytes.Join([][]byte{svg[:head[1]], []byte(group), svg[head[1]:tail], []byte("</g>"), svg[tail:]}, nil)
}

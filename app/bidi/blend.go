package bidi

import (
	"image"
	"image/color"
)

// blend paints ink through a mask whose upper left corner is at (x, y), over what dst holds. dst keeps colours that are not
// multiplied by their opacity, so a half transparent picture comes out right too.
func blend(dst *image.NRGBA, m *mask, x, y int, ink color.NRGBA) {
	area := image.Rect(x, y, x+m.w, y+m.h).Intersect(dst.Rect)
	for row := area.Min.Y; row < area.Max.Y; row++ {
		from := (row-y)*m.w + area.Min.X - x
		coverage := m.pix[from : from+area.Dx()]
		out := dst.Pix[dst.PixOffset(area.Min.X, row):]
		for i, c := range coverage {
			if c != 0 {
				over(out[4*i:4*i+4:4*i+4], ink, uint32(c)*uint32(ink.A)/255)
			}
		}
	}
}

// over paints a colour with opacity a (0 to 255) over one pixel: Porter and Duff's "over" for colours not multiplied by their opacity.
func over(px []uint8, ink color.NRGBA, a uint32) {
	switch {
	case a == 0:
	case a == 255 || px[3] == 0:
		px[0], px[1], px[2], px[3] = ink.R, ink.G, ink.B, uint8(a)
	case px[3] == 255: // the same sum as below, with a constant to divide by
		px[0] = uint8((uint32(ink.R)*a + uint32(px[0])*(255-a) + 127) / 255)
		px[1] = uint8((uint32(ink.G)*a + uint32(px[1])*(255-a) + 127) / 255)
		px[2] = uint8((uint32(ink.B)*a + uint32(px[2])*(255-a) + 127) / 255)
	default:
		below := uint32(px[3]) * (255 - a) / 255
		sum := a + below
		px[0] = uint8((uint32(ink.R)*a + uint32(px[0])*below + sum/2) / sum)
		px[1] = uint8((uint32(ink.G)*a + uint32(px[1])*below + sum/2) / sum)
		px[2] = uint8((uint32(ink.B)*a + uint32(px[2])*below + sum/2) / sum)
		px[3] = uint8(sum)
	}
}

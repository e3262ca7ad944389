// Package ui holds the theme and the shared widgets of the desktop program.
//
// The widgets carry no strings and no logic of their own: every visible word
// comes in from the caller, and what the user wants goes out through On…
// callbacks. All objects are made and touched on the main goroutine only.
//
// Sizes and positions are Fyne's device-independent pixels. Text is kept in
// logical order everywhere; the visual order exists only inside the drawing.
package ui

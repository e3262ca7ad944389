package app

import "fyne.io/fyne/v2/dialog"

// showPathDialog shows a stock dialog that asks for a file or folder. It leaves
// Esc and all shortcuts to the window, so as long as it is shown Esc closes it
// and commands rest.
func (p *program) showPathDialog(d *dialog.FileDialog) {
	p.asking = d
	d.SetOnClosed(func() { p.asking = nil })
	d.Show()
}

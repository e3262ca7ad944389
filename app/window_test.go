package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// keyCanvas takes shortcuts as the canvas of a real window does; that of the
// test driver hides that it can.
type keyCanvas struct {
	fyne.Canvas
	keys fyne.ShortcutHandler
}

func (c *keyCanvas) AddShortcut(s fyne.Shortcut, f func(fyne.Shortcut)) { c.keys.AddShortcut(s, f) }
func (c *keyCanvas) RemoveShortcut(s fyne.Shortcut)                     { c.keys.RemoveShortcut(s) }
func (c *keyCanvas) TypedShortcut(s fyne.Shortcut)                      { c.keys.TypedShortcut(s) }

type keyWindow struct {
	fyne.Window
	canvas *keyCanvas
	closed bool
}

func (w *keyWindow) Canvas() fyne.Canvas { return w.canvas }
func (w *keyWindow) Close()              { w.closed = true }

// keyApp is the test app with a driver that knows the window above.
type keyApp struct {
	fyne.App
	driver *keyDriver
}

func (a *keyApp) Driver() fyne.Driver { return a.driver }

type keyDriver struct {
	fyne.Driver
	canvas fyne.Canvas
}

func (d *keyDriver) CanvasForObject(fyne.CanvasObject) fyne.Canvas { return d.canvas }

func (d *desk) focus(f fyne.Focusable) { d.window.canvas.Focus(f) }

func (d *desk) focused() fyne.Focusable { return d.window.canvas.Focused() }

// press sends keys as the driver does: "Ctrl+Z", "F6", "Tab", "Esc"; a text
// that names no key is typed letter by letter.
func (d *desk) press(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.pressOne(k)
	}
}

var namedKeys = map[string]fyne.KeyName{
	"Enter": fyne.KeyReturn, "Esc": fyne.KeyEscape, "Tab": fyne.KeyTab, "Delete": fyne.KeyDelete, "Backspace": fyne.KeyBackspace,
	"Up": fyne.KeyUp, "Down": fyne.KeyDown, "Left": fyne.KeyLeft, "Right": fyne.KeyRight, "F1": fyne.KeyF1, "F2": fyne.KeyF2, "F4": fyne.KeyF4, "F5": fyne.KeyF5, "F7": fyne.KeyF7, "F8": fyne.KeyF8, "F9": fyne.KeyF9, "F6": fyne.KeyF6, "F11": fyne.KeyF11,
}

func (d *desk) pressOne(keys string) {
	d.t.Helper()
	name, modifier := parseKeys(keys)
	if named, is := namedKeys[string(name)]; is {
		name = named
	}
	_, plain := namedKeys[keys]
	switch {
	case keys == "Tab":
		d.tab(false)
	case keys == "Shift+Tab":
		d.tab(true)
	case modifier != 0 && keys != "+":
		d.shortcut(asDriver(name, modifier))
	case plain:
		d.key(name)
	default:
		for _, r := range keys {
			if r == ' ' {
				d.key(fyne.KeySpace)
			}
			if f := d.focused(); f != nil {
				f.TypedRune(r)
			}
		}
	}
}

// asDriver gives a shortcut the name that the desktop driver gives it.
func asDriver(name fyne.KeyName, modifier fyne.KeyModifier) fyne.Shortcut {
	if modifier == fyne.KeyModifierControl {
		switch name {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		}
	}
	return &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
}

func (d *desk) key(name fyne.KeyName) {
	ev := &fyne.KeyEvent{Name: name}
	if f := d.focused(); f != nil {
		f.TypedKey(ev)
	} else if f := d.window.canvas.OnTypedKey(); f != nil {
		f(ev)
	}
}

func (d *desk) shortcut(s fyne.Shortcut) {
	if f, is := d.focused().(fyne.Shortcutable); is {
		f.TypedShortcut(s)
		return
	}
	d.window.canvas.TypedShortcut(s)
}

func (d *desk) tab(back bool) {
	f := d.focused()
	if t, is := f.(fyne.Tabbable); is && t.AcceptsTab() {
		if k, is := f.(desktop.Keyable); is && back {
			k.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			defer k.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		return
	}
	if back {
		d.window.canvas.FocusPrevious()
	} else {
		d.window.canvas.FocusNext()
	}
}

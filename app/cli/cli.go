// Package cli is the command line of the program: it reads the arguments, does
// what a command asks through annotate and dataset, and says on the standard
// streams what came of it (DESIGN section 8). It knows nothing of the window
// but a function that opens it.
package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"hashiya/annotate/dataset"
)

// Version is the version of the program, the same as in FyneApp.toml.
const Version = "0.1.0"

// Exit statuses.
const (
	done     = 0
	failed   = 1 // or partly refused
	misusage = 2
)

// Window opens the desktop program on a project, or without one when project
// is "", for a person (as it was given with --as, or ""), and returns an exit
// status when it is closed.
type Window func(project, as string) int

// grammar is the command line, the argument structure that kong reads. A new
// command is one field here, its help in messages.go, and a file for its type.
type grammar struct {
	As      *string          `placeholder:"NAME" help:"${help_as}"`
	Version kong.VersionFlag `help:"${help_version}"`

	Open   openCommand   `cmd:"" default:"withargs" help:"${help_open}"`
	New    newCommand    `cmd:"" help:"${help_new}"`
	Import importCommand `cmd:"" help:"${help_import}"`
	Export exportCommand `cmd:"" help:"${help_export}"`
	Info   infoCommand   `cmd:"" help:"${help_info}"`
	Check  checkCommand  `cmd:"" help:"${help_check}"`

	Codebook codebookCommand `cmd:"" help:"${help_codebook}"`
	Places   placesCommand   `cmd:"" help:"${help_places}"`
}

// Main does what the arguments, without the program's name, ask for and
// returns the exit status: 0 done, 1 failed or partly refused, 2 wrong usage.
// SIGINT and SIGTERM end a command at the next safe place. window is nil in a
// build without the graphical part. No command reads the standard input yet.
func Main(args []string, _ io.Reader, stdout, stderr io.Writer, window Window) int {
	errs := newConsole(stderr)
	out := &output{w: stdout}
	var g grammar
	command, status, err := parse(&g, args, stdout)
	switch {
	case err != nil:
		errs.say("%s; %s", err, adviceUsage)
		return misusage
	case command == nil:
		return status
	}
	as, err := g.person()
	if err != nil {
		return errs.conclude(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// After the first signal the next one ends the program at once.
	defer context.AfterFunc(ctx, stop)()
	status = errs.conclude(command.Run(&job{ctx: ctx, out: out, errs: errs, as: as, window: window, release: stop}))
	// A full disk must not look like success.
	if out.err != nil {
		errs.say(msgStdout, plain(out.err))
		return failed
	}
	return status
}

// person returns the name of --as, "" when it was not given. A blank one is
// refused: it would be a script's empty variable, and the work would go under
// the name in the settings.
func (g *grammar) person() (string, error) {
	if g.As == nil {
		return "", nil
	}
	name := strings.TrimSpace(*g.As)
	if name == "" {
		return "", usage{errors.New(msgBlankName)}
	}
	return name, nil
}

// parse reads the arguments. It returns no command when all is done already,
// as after --help.
func parse(g *grammar, args []string, stdout io.Writer) (command *kong.Context, status int, err error) {
	type finished int
	defer func() {
		switch ended := recover().(type) {
		case nil:
		case finished:
			command, status, err = nil, int(ended), nil
		default:
			panic(ended)
		}
	}()
	vars := kong.Vars{"version": "hashiya " + Version, "formats": strings.Join(formatNames(), ",")}
	parser, err := kong.New(g, kong.Name("hashiya"), kong.Description(helpProgram), vars.CloneWith(help).CloneWith(placesHelp),
		kong.Writers(stdout, stdout), kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		// kong ends the process after --help; a panic is its way out without that.
		kong.Exit(func(code int) { panic(finished(code)) }))
	if err != nil {
		return nil, 0, err
	}
	command, err = parser.Parse(args)
	return command, 0, err
}

func formatNames() []string {
	var names []string
	for _, f := range dataset.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// exit is a failure that has been told of already, or needs no word.
type exit int

func (exit) Error() string { return "" }

// usage is a command that was called wrongly.
type usage struct{ error }

// conclude says what went wrong, if anything did, and returns the exit status.
func (c *console) conclude(err error) int {
	c.clear()
	var told exit
	var wrong usage
	switch {
	case err == nil:
		return done
	case errors.As(err, &told):
		return int(told)
	case errors.Is(err, context.Canceled):
		c.say(msgInterrupted)
		return failed
	}
	c.say("%s", err)
	if errors.As(err, &wrong) {
		return misusage
	}
	return failed
}

package gazetteer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// maxUnpacked bounds the unpacked size of a workbook, in bytes. All of it stays
// in memory: a sheet beyond a limit of its own would go to a temporary file.
const maxUnpacked = 512 << 20

// readXLSX reads every sheet of a workbook (ECMA-376), each a table.
func readXLSX(ctx context.Context, r io.Reader, path string, table func(name string, rows func(func(tableRow) bool)) error) (err error) {
	body, err := readWhole(r, path)
	if err != nil {
		return err
	}
	// A crafted file may break the library that reads it.
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("%s: the workbook is damaged; open it in a spreadsheet program and save it as CSV", path)
		}
	}()
	book, err := excelize.OpenReader(bytes.NewReader(body), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked,
	})
	if err != nil {
		return fmt.Errorf("%s: the workbook cannot be read: %w; open it in a spreadsheet program and save it as CSV", path, err)
	}
	defer book.Close()
	for _, sheet := range book.GetSheetList() {
		if err := readSheet(ctx, book, path, sheet, table); err != nil {
			return err
		}
	}
	return nil
}

func readSheet(ctx context.Context, book *excelize.File, path, sheet string, table func(name string, rows func(func(tableRow) bool)) error) error {
	rows, err := book.Rows(sheet)
	var chart excelize.ErrSheetNotExist
	switch {
	case errors.As(err, &chart): // a sheet that holds a chart alone
		return nil
	case err != nil:
		return fmt.Errorf("%s, sheet %s: %w", path, sheet, err)
	}
	defer rows.Close()
	var failed error
	err = table(path+"#"+sheet, func(yield func(tableRow) bool) {
		for line := 1; rows.Next(); line++ {
			if failed = ctx.Err(); failed != nil {
				return
			}
			cells, err := rows.Columns()
			row := tableRow{line: line, cells: cells, err: err}
			if err == nil && len(cells) > maxColumns {
				row.err = fmt.Errorf("it has more than %d columns", maxColumns)
			}
			if !yield(row) {
				return
			}
		}
	})
	if err = errors.Join(failed, err, rows.Error()); err != nil {
		return fmt.Errorf("%s, sheet %s: %w", path, sheet, err)
	}
	return nil
}

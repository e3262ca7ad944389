// Command dial does what Hashiya must never do: it opens an internet socket. Nobody answers at the address, which is this machine's own.
package main

import (
	"fmt"
	"net"
)

func main() {
	_, err := net.Dial("udp", "127.0.0.1:9")
	fmt.Println("dialled", err)
}

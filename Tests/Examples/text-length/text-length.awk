BEGIN { FS = OFS = "\t" }
{ print }
$1 == "doc" { open = 1 }
$1 == "end" { open = 0; if ($2 != "ok") status = 1 }
$1 == "text" { print "x-length", $2, length($5) }
END { exit open ? 1 : status }

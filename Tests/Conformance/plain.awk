BEGIN { FS = OFS = "\t" }
!open && $1 != "doc" { bad = 1; next }
$1 == "doc" && open { bad = 1 }
$1 == "doc" { open = 1 }
$1 == "end" { open = 0 }
$1 == "end" && $2 != "ok" { bad = 1 }
{ print }
END { exit (open || bad) }

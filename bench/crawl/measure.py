#!/usr/bin/env python3
"""measure.py CMD...: runs CMD, whose last line is {"pages": n, ...}; one JSON line with wall time,
processor time of its whole process tree and its largest resident set. Nginx's own processor time is not counted."""
import json
import os
import subprocess
import sys
import time

begun = time.time()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True)
output = process.stdout.read()
_, status, used = os.wait4(process.pid, 0)
wall = time.time() - begun
cpu = used.ru_utime + used.ru_stime
if status:
    sys.exit(f"failed with {os.waitstatus_to_exitcode(status)}: {' '.join(sys.argv[1:])}")
pages = json.loads(output.strip().splitlines()[-1])["pages"]
print(json.dumps({
    "pages": pages,
    "wallSeconds": round(wall, 2),
    "cpuSeconds": round(cpu, 2),
    "pagesPerSecond": round(pages / wall, 1),
    "pagesPerCpuSecond": round(pages / cpu, 1),
    "rssMiB": round(used.ru_maxrss / 1024),
}))

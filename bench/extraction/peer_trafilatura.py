"""peer_trafilatura.py DATA OUT: reads the pages of a corpus with trafilatura as it comes, and writes texts and speed as JSON."""
import gzip
import json
import os
import sys
import time

import trafilatura

folder, out = os.path.join(sys.argv[1], "html"), sys.argv[2]
pages = {}
for name in sorted(os.listdir(folder)):
    if ".html" in name:
        with (gzip.open if name.endswith(".gz") else open)(os.path.join(folder, name), "rb") as page:
            pages[name.split(".html")[0]] = page.read().decode("utf-8", "replace")
texts, failures = {}, 0
for html in list(pages.values())[:30]:  # first calls compile its expressions
    trafilatura.extract(html)
start = time.process_time()
for name, html in pages.items():
    try:
        texts[name] = trafilatura.extract(html) or ""
    except Exception:
        texts[name], failures = "", failures + 1
speed = len(pages) / (time.process_time() - start)
with open(out, "w", encoding="utf-8") as written:
    json.dump({"name": "trafilatura " + trafilatura.__version__, "pagesPerCpuSecond": speed, "failures": failures, "texts": texts}, written)

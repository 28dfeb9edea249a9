# The peer Scrapy: follows every link of the site, as fast as it can. HOSTS, LANES and PORT come from the environment.
import json
import os
import time

import scrapy

HOSTS, LANES, PORT = (int(os.environ[name]) for name in ("HOSTS", "LANES", "PORT"))


class Spider(scrapy.Spider):
    name = "bench"
    start_urls = [f"http://127.0.0.{i + 1}:{PORT}/index.html" for i in range(HOSTS)]
    custom_settings = dict(
        CONCURRENT_REQUESTS=LANES,
        CONCURRENT_REQUESTS_PER_DOMAIN=max(1, LANES // HOSTS),
        ROBOTSTXT_OBEY=False,
        COOKIES_ENABLED=False,
        RETRY_ENABLED=False,
        TELNETCONSOLE_ENABLED=False,
        REFERER_ENABLED=False,
        AUTOTHROTTLE_ENABLED=False,
        LOG_LEVEL="ERROR",
        DOWNLOAD_DELAY=0,
    )
    pages = 0
    begun = time.time()

    # Scrapy's own does not remember the first page, and would read it again at the first link to it.
    def start_requests(self):
        for url in self.start_urls:
            yield scrapy.Request(url)

    def parse(self, response):
        self.pages += 1
        response.css("title::text").get()
        response.css("h1::text").get()
        for link in response.css("a::attr(href)").getall():
            if link.startswith("/"):
                yield response.follow(link)

    def closed(self, reason):
        print(json.dumps(dict(pages=self.pages, wall_s=round(time.time() - self.begun, 2))), flush=True)

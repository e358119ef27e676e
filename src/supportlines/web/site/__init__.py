"""The site: all files of a directory, for any server that hands out files.

Reading order: `plan` says what it is to hold; `files` yields every file with its bytes, made from
the `feed`, the `element` and the page of each locale in `pages`; `hashes` names their digests,
`about` tells programs what there is.
"""

from supportlines.web.site.files import site_files
from supportlines.web.site.plan import SiteFile, SitePlan, plan_site

__all__ = ["SiteFile", "SitePlan", "plan_site", "site_files"]

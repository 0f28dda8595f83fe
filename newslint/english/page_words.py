"""What websites consist of, in their own words: buttons, links, menus, and what a page asks of its readers.

Source: the project's own lists, from the interfaces of news sites.
"""

from collections.abc import Mapping


def _by_word(rows: str) -> Mapping[str, str]:
    """Word -> the control that it stands for, of rows that begin with the control."""
    return {word: row.split(":")[0] for row in rows.split("\n") if row for word in row.split()[1:]}


# What one does on a site, and what its links, buttons and labels are called, by the control that they are of.
CONTROLS = _by_word("""
sharing: share shares sharing tweet retweet pin facebook twitter whatsapp linkedin pinterest instagram youtube
sharing: reddit tumblr tiktok snapchat messenger flipboard google stumbleupon threads bluesky mastodon telegram vk
sharing: digg email e-mail mail print printer copy bookmark link
comments: comment comments reply replies disqus
newsletter: newsletter newsletters subscribe subscriber subscribers subscription subscriptions unsubscribe inbox
newsletter: bulletin
advertising: advertisement advertisements advert adverts advertise advertiser advertisers advertising sponsored
advertising: promoted advertorial adchoices sponsor ad ads
cookies: cookie cookies javascript browser consent gdpr
gallery: thumbnail slideshow gallery fullscreen
navigation: menu navigation navbar homepage home skip search sitemap toggle sidebar breadcrumb rss feed feeds login
navigation: logout signin signout account register registration dashboard profile password username faq faqs careers
navigation: accessibility menus hamburger e-edition eedition epaper log-in
related: related recommended trending popular
apps: app apps download ios android ipad iphone install
player: playback autoplay auto-play unmute subtitles modal livestream
newsroom: newsroom newsdesk feedback typo
rights: copyright rights reserved privacy policy policies terms conditions disclaimer
""")
# All controls there are.
CONTROL_NAMES = frozenset(CONTROLS.values())
# Words that join the others: "Share this article on ...", "See all comments (12)".
LINKING = frozenset(
    """
    a an the this that these all and or of on in at to for from with by via our your us my me it its here now today more
    most read view get go see click tap press watch listen find out learn sign log up down off us use site website page
    post article story stories topic topics video videos photo photos news content main full latest new top next
    previous back close open show hide free join follow like visit connect contact about help settings options
    preferences manage edit save send submit add leave write be first loading load please continue reading below
    through using any other service services notice do not sell personal information data choices editions edition
    daily weekly alerts updates breaking media social channel group plus window select choose change remove saved reader
    readers selected display mode rate settings section sections available unavailable set my me friend
    """.split()
)
# What menus name: the sections of a paper.
SECTIONS = frozenset(
    """
    news sports sport politics business opinion opinions world entertainment lifestyle travel health tech technology
    science culture video videos photos weather classifieds obituaries jobs events podcasts podcast magazine archives
    archive forums shop store contact about help topics sections categories tags reviews blogs columnists crosswords
    puzzles games
    """.split()
)
# What only sites consist of,
SITE = _by_word("""
newsletter: newsletter newsletters subscribe subscribed subscribing subscriber subscribers subscription subscriptions
newsletter: inbox
newsletter: bulletin unsubscribe sign-up signup e-newsletter journalism donation donations donate donating nonprofit
newsletter: non-profit paywall tax-deductible
sharing: whatsapp facebook twitter instagram tiktok youtube linkedin pinterest reddit telegram bluesky flipboard
sharing: messenger mastodon email emails e-mail bookmark bookmarks emailing
apps: app apps download downloading downloaded ios android roku iphone ipad notifications
comments: comment comments commenting
cookies: cookie cookies javascript browser ad-blocker
navigation: login log-in password homepage website webpage e-edition eedition epaper e-paper
advertising: advertisement advertisements advert adverts advertiser advertisers advertising ad ads sponsored
advertising: affiliate taboola outbrain
newsroom: newsroom newsdesk typo feedback
rights: copyright reprint reprints republish republished
gallery: thumbnail slideshow fullscreen
player: podcast podcasts livestream autoplay auto-play unmute
""")
# and what stories are about, too.
THINGS = _by_word("""
newsletter: dispatch briefing contribution member members membership trial reader readers supporter supporters offer
newsletter: headline headlines support alerts offers gift gifts
navigation: account accounts register registered site page web navigation menu search window dialog button icon settings
navigation: preferences postcode zip
sharing: share shares link links channel
comments: discussion poll vote thoughts opinion conversation
advertising: competition shop sponsor sponsors commission deals deal purchase products tickets
newsroom: tip tips editor editors reporter reporters journalist journalists correction corrections error mistake form
newsroom: letters
rights: licensing license permission policy privacy licence
gallery: gallery photo photos picture pictures image images caption captions
player: video videos audio episode episodes player playback stream transcript chart map volume sound subtitles
related: article articles story stories topic topics post posts read content edition updates news section sections
related: coverage browsing result results forecast weather
""")
# What a page asks of its readers.
ASKS = frozenset(
    """
    get sign subscribe follow join send share read watch listen click tap download submit view see show hide close
    open skip toggle manage support donate give help become try start enter choose select register log create buy shop
    order save add remove report contact email e-mail call text visit learn find explore discover browse check stay
    turn enable allow accept reject make set print copy post tweet pin rate vote tell let keep continue return access
    receive upgrade update unlock search sort load refresh edit change switch scan catch tune write connect contribute
    suggest request place use fill scroll swipe jump go activate hear stream renew cancel disable install fund leave
    pass press play drop meet spot grab head dive rate hear tap keep
    have purchase apply republish don't never want like love enjoy enjoyed enjoying please dismiss
    """.split()
)

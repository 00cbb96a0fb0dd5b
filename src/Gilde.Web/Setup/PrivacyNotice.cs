namespace Gilde.Web.Setup;

/// <summary>The privacy notice that comes with the software: what it stores, why, for how long. Change it when the software changes.</summary>
public static class PrivacyNotice
{
    public static IEnumerable<(string Heading, IReadOnlyList<string> Paragraphs)> Sections(Texts t, bool hasRelay) =>
    [
        (t["What is stored, and why"],
        [
            t["Your account: name, e-mail address, password (as a hash), language, time zone, second factor and passkeys if you set them up. They are needed so that you can sign in (Article 6(1)(b) GDPR)."],
            t["Your profile, contacts, card and messages: what you enter yourself. Each section of your profile shows who sees it; only those to whom you give them get your contact data (Article 6(1)(b) GDPR)."],
            t["How often and when you and others exchanged messages, without their text: from this the network works out who could introduce you to whom. You can turn this off (Article 6(1)(f) GDPR: finding people through people is what the network is for)."],
            t["Addresses that you upload stay private to you. Nobody is written to because of them unless you invite them one by one."],
        ]),
        (t["Cookies"],
        [
            t["Only necessary ones: one keeps you signed in (60 days), one remembers the language, one that this device is known (a year), and short-lived ones while you sign up or sign in. None follows you elsewhere, so you are not asked about them."],
        ]),
        (t["Log of your account and the server"],
        [
            t["Sign-ins and changes to your account are kept for a year with IP address and kind of device, so that you and we notice misuse (Article 6(1)(f) GDPR). You read them in your settings. The server's own log contains errors, no visits."],
        ]),
        (t["Who gets data"],
        [
            t["Nobody outside the network. Pages load nothing from other servers."],
            hasRelay ? t["Mails go through the mail server that the operator has chosen."] : t["Mails are not sent by this server at the moment."],
            t["The provider of the server and of backups, if there is one, works for the operator under contract (Article 28 GDPR)."],
        ]),
        (t["How long"],
        [
            t["As long as you are a member. If you leave, you are invisible at once and erased after seven days; backups follow within 30 days. Sign-ups that are not confirmed are deleted after seven days."],
        ]),
        (t["Your rights"],
        [
            t["You may have access to your data, correct them, take them with you, have them erased, object to their use and complain to a supervisory authority (Articles 15 to 21 and 77 GDPR). Most of it you do yourself in the settings; for the rest write to the address below."],
        ]),
    ];
}

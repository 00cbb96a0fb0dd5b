using Gilde.Web.Profiles;
using Gilde.Web.Web.Design;

namespace Gilde.Web.Imports.AddressBook;

/// <summary>What is known of somebody in the address book, line by line.</summary>
internal static class EntryFacts
{
    public static IReadOnlyList<Fact> Of(AddressBookEntry entry, Texts t)
    {
        List<Fact> facts =
        [
            .. entry.EmailList.Select(e => new Fact(t["E-mail"], e, "mailto:" + e, "mail")),
            .. entry.PhoneList.Select(p => new Fact(t["Phone"], p, "tel:" + p.Replace(" ", ""), "phone")),
        ];
        if (entry.Web.Length > 0)
            facts.Add(new Fact(t["Web"], new Uri(entry.Web).Host, entry.Web, "globe"));
        if (entry.Birthday is { } birthday)
            facts.Add(new Fact(t["Birthday"], DateWords.Show(birthday, t), Icon: "cake"));
        if (entry.Since is { } since)
            facts.Add(new Fact(t["Connected since"], DateWords.Show(since, t), Icon: "link"));
        if (entry.Sent + entry.Received > 0)
            facts.Add(new Fact(t["Messages"], t["You wrote {0}, got {1}", entry.Sent, entry.Received], Icon: "message-square"));
        if (entry.LastWrote is { } wrote)
            facts.Add(new Fact(t["Last message"], DateWords.Show(wrote, t), Icon: "clock"));
        return facts;
    }
}

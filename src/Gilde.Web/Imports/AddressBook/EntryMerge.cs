namespace Gilde.Web.Imports.AddressBook;

/// <summary>When an entry and a person from a file are one, and what the file adds to the entry.</summary>
internal static class EntryMerge
{
    public static AddressBookEntry New(long ownerId, ImportedPerson person, string sortName, Instant now)
    {
        var entry = new AddressBookEntry { OwnerId = ownerId, Name = person.Name, SortName = sortName, AddedAt = now };
        Complete(entry, person);
        return entry;
    }

    /// <summary>Of two with the same name. Without anything to tell them by, the firm decides.</summary>
    public static bool IsSame(AddressBookEntry entry, ImportedPerson person)
    {
        if (person.Web.Length > 0 && entry.Web == person.Web)
            return true;
        if (entry.EmailList.Intersect(person.Emails, StringComparer.OrdinalIgnoreCase).Any() || entry.PhoneList.Intersect(person.Phones).Any())
            return true;
        return entry.Firm == person.Firm && (Bare(entry) || (person.Emails.Count == 0 && person.Phones.Count == 0 && person.Web.Length == 0));
    }

    /// <summary>Fills what is empty, adds what is new. False if the person adds nothing.</summary>
    public static bool Complete(AddressBookEntry entry, ImportedPerson person)
    {
        var before = (entry.Firm, entry.Title, entry.Emails, entry.Phones, entry.Web, entry.Note, entry.Birthday, entry.Since, entry.Sent, entry.Received, entry.LastWrote);
        entry.Firm = entry.Firm.Length > 0 ? entry.Firm : person.Firm;
        entry.Title = entry.Title.Length > 0 ? entry.Title : person.Title;
        entry.Web = entry.Web.Length > 0 ? entry.Web : person.Web;
        entry.Note = entry.Note.Length > 0 ? entry.Note : person.Note;
        entry.Emails = Lines(entry.EmailList.Union(person.Emails, StringComparer.OrdinalIgnoreCase));
        entry.Phones = Lines(entry.PhoneList.Union(person.Phones));
        entry.Birthday ??= person.Birthday;
        entry.Since ??= person.Since;
        entry.Sent = Math.Max(entry.Sent, person.Sent);
        entry.Received = Math.Max(entry.Received, person.Received);
        if (person.LastWrote is { } wrote && (entry.LastWrote is null || entry.LastWrote < wrote))
            entry.LastWrote = wrote;
        return before != (entry.Firm, entry.Title, entry.Emails, entry.Phones, entry.Web, entry.Note, entry.Birthday, entry.Since, entry.Sent, entry.Received, entry.LastWrote);
    }

    private static bool Bare(AddressBookEntry entry) => entry.Emails.Length + entry.Phones.Length + entry.Web.Length == 0;

    /// <summary>As many as there is room for.</summary>
    private static string Lines(IEnumerable<string> lines)
    {
        var text = "";
        foreach (var line in lines)
            if (text.Length + line.Length + 1 <= AddressBookEntry.MaxLines)
                text = text.Length == 0 ? line : text + "\n" + line;
        return text;
    }
}

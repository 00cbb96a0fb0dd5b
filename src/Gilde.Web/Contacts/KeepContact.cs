using Gilde.Graph;
using Gilde.Web.Events;
using Gilde.Web.Formats;

namespace Gilde.Web.Contacts;

public sealed record ContactNotes(string? Note, string? HowMet, string? Tags);

/// <summary>What the viewer does with one contact of theirs. Null or false: there is no such contact.</summary>
public sealed class KeepContact(GildeDb db, IClock clock)
{
    public const int MaxNote = 4_000, MaxHowMet = 200;

    /// <summary>Saves note, tags and how they met; private to the viewer. Errors by field, none if saved.</summary>
    public async Task<FieldErrors?> Write(Viewer viewer, long otherId, ContactNotes notes, CancellationToken stop = default)
    {
        if (await db.ContactOf(viewer, otherId).SingleOrDefaultAsync(stop) is not { } contact) return null;
        var (note, howMet, tags) = (VisibleText.Block(notes.Note ?? ""), VisibleText.Line(notes.HowMet ?? ""), ContactTags.Split(notes.Tags));
        var errors = new FieldErrors();
        errors.AtMost(MaxNote, viewer.T, "note", note);
        errors.AtMost(MaxHowMet, viewer.T, "howMet", howMet);
        if (ContactTags.Problem(tags, viewer.T) is { } problem) errors.Add("tags", problem);
        if (errors.Any) return errors;
        (contact.Note, contact.HowMet) = (note, howMet);
        await ContactTags.Set(db, viewer, otherId, tags, stop);
        await db.SaveChangesAsync(stop);
        return errors;
    }

    /// <summary>From now on the contact gets exactly these fields of the viewer's card.</summary>
    public Task<bool> Release(Viewer viewer, long otherId, IReadOnlyCollection<long> fields, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (!await db.ContactOf(viewer, otherId).AnyAsync(stop)) return false;
        await db.ReleasesTo(viewer, otherId).Where(r => !fields.Contains(r.FieldId)).ExecuteDeleteAsync(stop);
        await Handshake.Release(db, viewer.Id, fields, otherId, clock.GetCurrentInstant(), stop);
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);

    /// <summary>The viewer says that the two have met in person. When the other has said so too, it is a meeting.</summary>
    public Task<bool> SayMet(Viewer viewer, long otherId, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (!await db.ContactOf(viewer, otherId).AnyAsync(stop)) return false;
        var now = clock.GetCurrentInstant();
        var sides = await db.BothSides(viewer.Id, otherId).ToListAsync(stop);
        sides.Single(c => c.OwnerId == viewer.Id).SaysMetAt = now;
        if (sides.All(c => c.SaysMetAt is not null))
        {
            foreach (var side in sides) (side.MetAt, side.SaysMetAt) = (now, null);
            db.Record(clock, EventKinds.ContactChanged, viewer.Id, otherId);
        }
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);

    /// <summary>How well the viewer knows the contact, as the viewer says; nobody else learns of it.</summary>
    /// <returns>What they said before; null: there is no such contact.</returns>
    public async Task<PrivateWord?> SayWord(Viewer viewer, long otherId, PrivateWord word, CancellationToken stop = default)
    {
        if (await db.ContactOf(viewer, otherId).SingleOrDefaultAsync(stop) is not { } contact) return null;
        var before = contact.Word;
        if (before == word) return before;
        contact.Word = word;
        db.Record(clock, EventKinds.ContactChanged, viewer.Id, otherId);
        await db.SaveChangesAsync(stop);
        return before;
    }

    /// <summary>Hides the contact from everybody else, or shows it again.</summary>
    public async Task<bool> Hide(Viewer viewer, long otherId, bool hidden, CancellationToken stop = default)
    {
        if (await db.ContactOf(viewer, otherId).SingleOrDefaultAsync(stop) is not { } contact) return false;
        if (contact.Hidden == hidden) return true;
        contact.Hidden = hidden;
        db.Record(clock, EventKinds.ContactChanged, viewer.Id, otherId);
        await db.SaveChangesAsync(stop);
        return true;
    }
}

using Gilde.Graph;
using Gilde.Web.Introductions;

namespace Gilde.Web.Contacts;

/// <summary>Everything that the viewer has about one contact: what that one released, what they released, and their own notes.</summary>
public sealed record ContactView(ContactRow Contact, IReadOnlyList<CardLine> Card)
{
    public string Note { get; init; } = "";
    public string HowMet { get; init; } = "";
    /// <summary>The viewer says that the two have met; the other has not confirmed yet.</summary>
    public Instant? ISayMet { get; init; }
    /// <summary>The other says that the two have met; waits for the viewer.</summary>
    public Instant? TheySayMet { get; init; }
    /// <summary>How well the viewer says that they know the contact.</summary>
    public PrivateWord Word { get; init; }
    /// <summary>Why the two are as close as they are.</summary>
    public required TieStory Tie { get; init; }
    /// <summary>The viewer's own card, and the ids of what this contact gets of it.</summary>
    public IReadOnlyList<CardLine> OwnCard { get; init; } = [];
    public IReadOnlyCollection<long> Released { get; init; } = [];

    public static async Task<ContactView?> Load(GildeDb db, Viewer viewer, long id, Instant now, CancellationToken stop = default)
    {
        if (await db.ContactRows(viewer).SingleOrDefaultAsync(r => r.Id == id, stop) is not { } row) return null;
        await ContactList.AddTags(db, viewer, [row], stop);
        var says = await db.BothSides(viewer.Id, id).AsNoTracking().ToDictionaryAsync(c => c.OwnerId, stop);
        return new(row, await db.CardFrom(viewer, id, stop))
        {
            Note = row.Note,
            HowMet = row.HowMet,
            ISayMet = says.GetValueOrDefault(viewer.Id)?.SaysMetAt,
            TheySayMet = says.GetValueOrDefault(id)?.SaysMetAt,
            Word = says.GetValueOrDefault(viewer.Id)?.Word ?? PrivateWord.Unsaid,
            Tie = await TieStory.Load(db, viewer, id, now, stop),
            OwnCard = await db.OwnCard(viewer, stop),
            Released = await db.ReleasesTo(viewer, id).Select(r => r.FieldId).ToListAsync(stop),
        };
    }
}

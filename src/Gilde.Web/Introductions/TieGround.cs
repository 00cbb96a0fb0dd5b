using Gilde.Graph;
using Gilde.Web.Contacts;
using Gilde.Web.Introductions.Asking;

namespace Gilde.Web.Introductions;

/// <summary>What the ties of some pairs are made from, and the ties that are there: of one pair, or of all pairs whose lower id is in a range.</summary>
internal sealed record TieGround(IQueryable<Exchange> Exchanges, IQueryable<Contact> Contacts, IQueryable<KeptIntroduction> Kept, IQueryable<Tie> Ties);

/// <summary>One exchange, seen from its pair.</summary>
internal readonly record struct ExchangeLine(long LowId, long HighId, int Day, bool FromLow, int Count, Instant LastAt);

/// <summary>What one side of a contact says besides talk.</summary>
internal readonly record struct ContactSign(long OwnerId, long OtherId, Instant? MetAt, PrivateWord Word);

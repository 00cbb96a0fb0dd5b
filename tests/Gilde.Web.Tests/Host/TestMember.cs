using Gilde.Web.Accounts;
using Gilde.Web.Events;
using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Host;

/// <summary>A member as tests know them, signed in.</summary>
public sealed class TestMember
{
    private static int counter;

    private TestMember(Member member, string token, HttpClient client)
    {
        (Id, Handle, Name, SessionToken, Client) = (member.Id, member.Handle, member.Name, token, client);
        Client.DefaultRequestHeaders.Add("Cookie", $"{Sessions.Cookie}={token}");
    }

    public long Id { get; }
    public string Handle { get; }
    public string Name { get; }
    public string SessionToken { get; }
    public string Email => $"{Handle}@example.org";
    public HttpClient Client { get; }

    /// <summary>Writes member, account and session as signing up would, without the cost of a password.</summary>
    public static async Task<TestMember> Create(GildeDb db, HttpClient client, string name, Language language, MemberRole? role = null)
    {
        var clock = new MicrosecondClock();
        var now = clock.GetCurrentInstant();
        var handle = $"{name.Split(' ')[0].ToLowerInvariant()}{Interlocked.Increment(ref counter)}x{Environment.ProcessId}";
        var member = new Member(name, handle, language, now) { ActiveSince = now };
        db.Add(member);
        await db.SaveChangesAsync();
        var email = $"{handle}@example.org";
        db.Add(new Account
        {
            Id = member.Id, CreatedAt = now, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email,
            NormalizedEmail = email.ToUpperInvariant(), EmailConfirmed = true, SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true,
        });
        var (token, session) = Sessions.New(member.Id, now, "127.0.0.1", "test");
        db.Add(session);
        if (role is { } given) db.Add(new RoleGrant { MemberId = member.Id, Role = given, At = now });
        db.Record(clock, EventKinds.MemberJoined, member.Id, member.Id);
        await db.SaveChangesAsync();
        return new TestMember(member, token, client);
    }
}

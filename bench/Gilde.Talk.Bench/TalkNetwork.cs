using Gilde.Web.Contacts;
using Gilde.Web.Follows;
using Gilde.Web.Groups;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Profiles;
using Gilde.Web.Web;
using NodaTime;

namespace Gilde.Talk.Bench;

/// <summary>
/// A made network of a year: for each member twenty posts and a hundred reactions. The same rows for the same number of members. Readers, every so manyth
/// member, have exactly two hundred sources: 150 contacts, 30 people, 15 groups and 5 topics that they follow. All ids are given here, from 1.
/// </summary>
internal sealed class TalkNetwork(int members, Instant now)
{
    public const int Fewest = 2_000, Readers = 200, Writers = 1_000, ThreadComments = 500;
    private const int PostsEach = 20, ReactionsEach = 5, Neighbours = 10, ReaderContacts = 150, ReaderFollows = 30, ReaderGroups = 15, ReaderTags = 5, TagCount = 200;
    private static readonly string[] Words = "Draht Ziehstein Rohr Kabel Haubenofen Ziehseife Prüfung Kunde Lieferung Toleranz Ring Spule Kalk Beize Messe Schicht Anlage Muster Frage Erfahrung Standzeit Oberfläche Federstahl Edelstahl".Split(' ');

    private readonly Duration step = Duration.FromDays(365) / (members * PostsEach);

    public int Members => members;
    public long Posts => (long)members * PostsEach;
    public long Reactions => Posts * ReactionsEach;
    public int Groups => Math.Max(ReaderGroups + 1, members / 100);

    public long Reader(int number) => 1 + number * (long)(members / Readers);

    /// <summary>None of them a reader.</summary>
    public long Writer(int number) => 2 + number * (long)(members / Writers);

    public IEnumerable<Member> People() => Range(members).Select(n => new Member($"Vorname{n % 400} Nachname{n}", $"p{n + 1}", Language.German, now) { ActiveSince = now, Headline = "Ziehmeister bei Draht & Rohr" });

    /// <summary>Each side of each contact: everybody with their neighbours on a ring, readers with as many more as they need.</summary>
    public IEnumerable<Contact> Contacts() => Pairs().Distinct().SelectMany(p => new Contact[] { new(p.Low, p.High, now), new(p.High, p.Low, now) });

    public IEnumerable<MemberFollow> Follows() => Range(Readers).SelectMany(r => Others(r, 7, ReaderFollows).Select(other => new MemberFollow { FollowerId = Reader((int)r), FollowedId = other, At = now }));

    public IEnumerable<Group> GroupRows() => Range(Groups).Select(n => new Group { Slug = $"gruppe-{n + 1}", Name = $"Gruppe {n + 1}", Kind = GroupKind.Open, CreatedById = 1, CreatedAt = now, ActiveAt = now, Members = 1 });

    public IEnumerable<GroupMember> Belonging() => Range(members).Select(n => (Group: (n % Groups) + 1, Member: n + 1))
        .Concat(Range(Readers).SelectMany(r => Range(ReaderGroups).Select(g => (Group: ((Reader((int)r) + g - 1) % Groups) + 1, Member: Reader((int)r))))).Distinct()
        .Select(m => new GroupMember { GroupId = m.Group, MemberId = m.Member, Role = m.Member <= Groups ? GroupRole.Owner : GroupRole.Member, JoinedAt = now });

    public IEnumerable<Tag> Tags() => Range(TagCount).Select(n => new Tag { Key = $"thema{n}", Name = $"Thema{n}" });

    public IEnumerable<TagFollow> TagFollows() => Range(Readers).SelectMany(r => Range(ReaderTags).Select(t => new TagFollow { MemberId = Reader((int)r), TagId = ((r * 3 + t) % TagCount) + 1, At = now }));

    /// <summary>In the order of their time; a tenth in groups.</summary>
    public IEnumerable<Post> PostRows() => Range(Posts).Select(n => new Post
    {
        AuthorId = Author(n), Text = Text(n), PublishedAt = At(n), Likes = ReactionsEach, Comments = n == Posts - 1 ? ThreadComments : 0,
        Audience = n % 10 == 0 ? PostAudience.Group : n % 10 == 1 ? PostAudience.Contacts : PostAudience.Members, GroupId = n % 10 == 0 ? (Author(n) - 1) % Groups + 1 : null,
    });

    public IEnumerable<PostTag> PostTags() => Range(Posts).Where(n => n % 8 == 3).Select(n => new PostTag { PostId = n + 1, TagId = (Hash(n, 5) % TagCount) + 1, PublishedAt = At(n) });

    /// <summary>Within two days after the post, by neighbours of its author and by anybody.</summary>
    public IEnumerable<Reaction> ReactionRows() => Range(Posts).SelectMany(n => Reacting(n).Distinct().Select((member, i) => new Reaction { PostId = n + 1, MemberId = member, At = Instant.Min(now, At(n) + Duration.FromMinutes(5 + Hash(n, 20 + i) % 2_880)) }));

    public IEnumerable<Comment> Comments() => Range(ThreadComments).Select(n => new Comment { PostId = Posts, ParentId = n % 3 == 2 ? n - n % 3 + 1 : null, AuthorId = Hash(n, 9) % members + 1, Text = Text(n), At = now });

    private IEnumerable<(long Low, long High)> Pairs() =>
        Range(members).SelectMany(n => Enumerable.Range(1, Neighbours).Select(d => Pair(n + 1, (n + d) % members + 1)))
            .Concat(Range(Readers).SelectMany(r => Others(r, 3, ReaderContacts - 2 * Neighbours).Select(other => Pair(Reader((int)r), other))));

    /// <summary>So many others, none of them a neighbour.</summary>
    private IEnumerable<long> Others(long reader, int what, int count) => Range(count).Select(i => (Reader((int)reader) + Neighbours + (long)(i * 5 + what) * (members / 1_000)) % members + 1);

    private static (long, long) Pair(long a, long b) => a < b ? (a, b) : (b, a);

    private IEnumerable<long> Reacting(long post) => Enumerable.Range(0, ReactionsEach).Select(i => i < 3 ? (Author(post) - 1 + 1 + Hash(post, 10 + i) % Neighbours) % members + 1 : Hash(post, 10 + i) % members + 1);

    private long Author(long post) => Hash(post, 1) % members + 1;

    private Instant At(long post) => Instant.FromUnixTimeTicks((now - step * (Posts - post)).ToUnixTimeTicks() / 10 * 10);

    private static string Text(long number) => string.Join(' ', Enumerable.Range(0, 12 + (int)(Hash(number, 2) % 30)).Select(i => Words[Hash(number, 30 + i) % Words.Length])) + ".";

    /// <summary>SplitMix64 of a number and what it is for: never negative.</summary>
    private static long Hash(long number, int what)
    {
        var z = unchecked((ulong)number * 0x9E3779B97F4A7C15 + (ulong)what * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return (long)((z ^ (z >> 31)) >> 1);
    }

    private static IEnumerable<long> Range(long count)
    {
        for (long n = 0; n < count; n++) yield return n;
    }
}

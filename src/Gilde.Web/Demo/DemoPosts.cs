using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;

namespace Gilde.Web.Demo;

/// <summary>What the members of the demo network say to all and in their groups, and what others say to it: rows with ids from 1 on, counts that agree with them.</summary>
internal sealed class DemoPosts
{
    private const int Days = 60, MostComments = 4, ReadersInGroup = 20;
    private const double PostsPerMember = 0.5, ShareOfReactions = 0.35;

    private readonly DemoPhrases phrases = new(DemoWords.Sections("posts"));
    private readonly Dictionary<string, (long Id, string Name)> tags = [];

    public DemoPosts(ulong seed, DemoNetwork network, DemoTables tables, Instant now)
    {
        var contacts = network.Contacts.SelectMany(c => new[] { (Of: c.Low, Other: c.High), (Of: c.High, Other: c.Low) }).ToLookup(c => c.Of, c => c.Other);
        var random = DemoRandom.For(seed, "posts");
        var times = Enumerable.Range(0, (int)(network.Members.Count * PostsPerMember)).Select(_ => now - Duration.FromMinutes(random.Between(30, Days * 24 * 60))).Order();
        // Whom the one to look around as knows speaks up a little more often: their feed shows what a feed is.
        var near = contacts[network.Showcase.Number].ToList();
        var groups = DemoGroup.Of(network).SelectMany((g, i) => g.Members.Select(m => (m.Number, Id: i + 1L, g.Members))).ToLookup(g => g.Number);
        foreach (var at in times)
        {
            var author = near.Count > 0 && random.Below(4) == 0 ? random.Pick(near) : random.Below(network.Members.Count);
            var own = groups[author].ToList();
            if (own.Count > 0 && random.Below(3) == 0)
            {
                var group = random.Pick(own);
                Say(random, tables.IdOf(author), at, [.. Enumerable.Range(0, ReadersInGroup).Select(_ => tables.IdOf(random.Pick(group.Members).Number)).Distinct().Where(id => id != tables.IdOf(author))], now, group.Id);
                continue;
            }
            Say(random, tables.IdOf(author), at, [.. contacts[author].Select(tables.IdOf)], now);
        }
    }

    public List<Post> Posts { get; } = [];
    public List<Comment> Comments { get; } = [];
    public List<Reaction> Reactions { get; } = [];
    public List<PostTag> PostTags { get; } = [];
    public IEnumerable<Tag> Tags => tags.OrderBy(t => t.Value.Id).Select(t => new Tag { Key = t.Key, Name = t.Value.Name });

    private void Say(DemoRandom random, long author, Instant at, List<long> readers, Instant now, long? groupId = null)
    {
        var post = new Post
        {
            AuthorId = author, PublishedAt = at, Text = phrases.Say("post", new DemoTalkContext(random)),
            GroupId = groupId, Audience = groupId is not null ? PostAudience.Group : random.Below(6) switch { 0 => PostAudience.Contacts, 1 => PostAudience.Everyone, _ => PostAudience.Members },
        };
        Posts.Add(post);
        long id = Posts.Count;
        foreach (var name in TalkText.Read(post.Text).Tags) PostTags.Add(new PostTag { PostId = id, TagId = TagOf(name), PublishedAt = at });
        foreach (var reader in readers.Where(_ => random.Part() < ShareOfReactions)) Reactions.Add(React(random, post, id, reader, now));
        if (readers.Count > 0) Talk(random, post, id, readers, now);
    }

    private static Reaction React(DemoRandom random, Post post, long id, long member, Instant now)
    {
        var kind = random.Below(5) switch { 0 or 1 => ReactionKind.Helpful, _ => ReactionKind.Like };
        if (kind == ReactionKind.Helpful) post.Helpful++;
        else post.Likes++;
        return new Reaction { PostId = id, MemberId = member, Kind = kind, At = After(random, post.PublishedAt, now) };
    }

    private void Talk(DemoRandom random, Post post, long id, List<long> readers, Instant now)
    {
        var at = post.PublishedAt;
        for (var n = random.Below(MostComments + 1); n > 0 && (at = After(random, at, now)) < now; n--)
        {
            Comments.Add(new Comment { PostId = id, AuthorId = random.Pick(readers), Text = phrases.Say("comment", new DemoTalkContext(random)), At = at });
            post.Comments++;
            if (random.Below(3) > 0) continue;
            Comments.Add(new Comment { PostId = id, ParentId = Comments.Count, AuthorId = post.AuthorId, Text = phrases.Say("answer", new DemoTalkContext(random)), At = at = After(random, at, now) });
            post.Comments++;
        }
    }

    private long TagOf(string name)
    {
        var key = TalkText.TagKey(name);
        if (!tags.TryGetValue(key, out var tag)) tags[key] = tag = (tags.Count + 1, name);
        return tag.Id;
    }

    /// <summary>Within two days, and not in the future.</summary>
    private static Instant After(DemoRandom random, Instant at, Instant now) => Instant.Min(now, at + Duration.FromMinutes(random.Between(3, 2 * 24 * 60)));
}

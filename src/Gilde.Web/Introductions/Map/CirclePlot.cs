using System.Globalization;
using System.Text;

namespace Gilde.Web.Introductions.Map;

/// <summary>A place on the picture, in units from its middle; the picture reaches from −500 to 500 both ways.</summary>
public readonly record struct Spot(int X, int Y, int Radius);

/// <summary>
/// Where the contacts stand on the picture: rings by closeness, the closest in the middle; a sector for each circle of people, as wide as it has members.
/// The same contacts always stand in the same places.
/// </summary>
public sealed class CirclePlot
{
    /// <summary>Of the four rings, by the steps of warmth from acquainted to very close.</summary>
    public static readonly int[] Rings = [455, 355, 255, 155];

    private const int MostTies = 240;
    /// <summary>At the top, in radians: there the rings say what they stand for.</summary>
    private const double RoomForNames = 0.34;
    private const double GapBetweenCircles = 0.06, RowDistance = 30, RoomForOne = 30;

    private readonly MyCirclesAnswer answer;
    private readonly Dictionary<string, Spot> spots = [];

    public CirclePlot(MyCirclesAnswer answer)
    {
        this.answer = answer;
        var angle = -Math.PI / 2 + RoomForNames / 2;
        foreach (var circle in answer.Circles)
        {
            var width = (2 * Math.PI - RoomForNames - GapBetweenCircles * answer.Circles.Count) * circle.Members.Count / answer.Shown;
            foreach (var step in circle.Members.GroupBy(m => m.Warmth)) Place([.. step], Rings[(int)step.Key], angle + GapBetweenCircles / 2, width);
            angle += width + GapBetweenCircles;
        }
    }

    public Spot this[CircleMember member] => spots[member.Person.Handle];

    /// <summary>The lines between those who know each other within a circle, as one path; the warmest where there are very many.</summary>
    public string TiesWithin(Circle circle)
    {
        var inside = circle.Members.Select(m => m.Person.Handle).ToHashSet();
        return Lines(answer.Ties.Where(t => inside.Contains(t.One) && inside.Contains(t.Other)), MostTies * circle.Members.Count / answer.Shown);
    }

    /// <summary>The lines from circle to circle.</summary>
    public string TiesBetween()
    {
        var circleOf = answer.Circles.SelectMany(c => c.Members.Select(m => (m.Person.Handle, c.Number))).ToDictionary(m => m.Handle, m => m.Number);
        return Lines(answer.Ties.Where(t => circleOf[t.One] != circleOf[t.Other]), MostTies / 3);
    }

    // In as many rows as it takes for all to have room, each row filled from the sector's middle outwards.
    private void Place(IReadOnlyList<CircleMember> members, int ring, double from, double width)
    {
        var inRow = Math.Max(1, (int)(width * ring / RoomForOne));
        var rows = (members.Count + inRow - 1) / inRow;
        for (var i = 0; i < members.Count; i++)
        {
            var (row, rowLength) = (i / inRow, Math.Min(inRow, members.Count - i / inRow * inRow));
            var angle = from + width * (i % inRow + 0.5) / rowLength;
            var distance = ring + (row - (rows - 1) / 2.0) * RowDistance;
            var knows = members[i].Knows;
            spots[members[i].Person.Handle] = new((int)Math.Round(Math.Cos(angle) * distance), (int)Math.Round(Math.Sin(angle) * distance), 8 + Math.Min(7, knows / 4));
        }
    }

    private string Lines(IEnumerable<CircleTie> ties, int most)
    {
        var path = new StringBuilder();
        foreach (var tie in ties.OrderByDescending(t => t.Warmth).Take(most))
        {
            var (one, other) = (spots[tie.One], spots[tie.Other]);
            // Bent towards the middle, so that lines of neighbours do not run through one another.
            path.Append(CultureInfo.InvariantCulture, $"M{one.X} {one.Y}Q{(one.X + other.X) / 3} {(one.Y + other.Y) / 3} {other.X} {other.Y}");
        }
        return path.ToString();
    }
}

package org.hillock.report;

import org.hillock.loihi.Mapping;
import org.hillock.loihi.estimate.LinkLoads;

/** Where packets go on the mesh, and where most of them pass. */
record MeshSection(Mapping mapping, CoreUse use, LinkLoads links) implements Section {

  @Override
  public String id() {
    return "mesh";
  }

  @Override
  public String title() {
    return "Mesh and traffic";
  }

  @Override
  public void write(Markup page) {
    MeshNames names = new MeshNames(mapping.profile(), links);
    page.element("p", verdict(names));
    if (mapping.chips() > 1) {
      page.element("h3", "Chip by chip");
      ChipPicture.draw(page, mapping, use, links, names);
    }
    if (Math.max(links.columns(), links.rows()) <= TilePicture.MOST_TILES) {
      if (mapping.chips() > 1) {
        page.element("h3", "Tile by tile");
      }
      new TilePicture(mapping, use, links, names).draw(page);
    }
    page.open("p", "class", "soft");
    page.text(
        "A packet goes along the row of its tile, then along the column of its target. A spike makes"
            + " a packet for each core that it reaches. Packets from outside the chip are not in the"
            + " picture, since where they enter is up to the board. ");
    Rates.write(page, mapping);
    page.close();
  }

  private String verdict(MeshNames names) {
    LinkLoads.Link busiest = links.busiest();
    return busiest.load() == 0
        ? "No packet leaves its tile."
        : String.format(
            "The busiest link is %s, with %s packets per second (estimate). Together, packets take"
                + " %s hops per second along rows and %s along columns.",
            names.tileLink(busiest),
            Numerals.count(busiest.load()),
            Numerals.count(
                links.total(LinkLoads.Direction.EAST) + links.total(LinkLoads.Direction.WEST)),
            Numerals.count(
                links.total(LinkLoads.Direction.SOUTH) + links.total(LinkLoads.Direction.NORTH)));
  }
}
